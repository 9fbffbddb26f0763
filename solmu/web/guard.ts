// No client cases: warns, while one writes, of what belongs elsewhere. Fields marked data-guard; the server refuses identity codes.
import { say, type Word } from "./words";

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}/u;
const PHONE = /(?<![\d.:/-])(?:\+\d{1,3}[\s-]?\(?0?\)?[\s-]?\d|0\d)(?:[\s-]?\d){5,10}(?![\d.:/-])/u;
const BUSINESS_ID = /^\d{7}-\d$/;
const IDENTITY = /(?<![\p{L}\d])(\d{2})(\d{2})(\d{2})([-+A-FU-Y‐‑–−])(\d{3})([\dA-Y])(?![\p{L}\d])/giu;
const CHECK_MARKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

/** Tell whether `text` holds a Finnish identity code whose check mark is right. */
export function holdsIdentityCode(text: string): boolean {
  for (const [, day, month, year, , number, mark] of text.matchAll(IDENTITY)) {
    if (!day || !month || !number || +day < 1 || +day > 31 || +month < 1 || +month > 12) continue;
    if (CHECK_MARKS[+`${day}${month}${year}${number}` % 31] === mark?.toUpperCase()) return true;
  }
  return false;
}

/** Name the warning that `text` earns, the gravest first, or nothing. */
export function fault(text: string): Word | undefined {
  if (holdsIdentityCode(text)) return "identity";
  if (EMAIL.test(text)) return "email";
  const phone = PHONE.exec(text);
  if (phone && !BUSINESS_ID.test(phone[0])) return "phone";
  return undefined;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The line under a field where its warning is written; made when it is first needed. */
function lineFor(field: Field): HTMLElement {
  const id = `${field.id || field.name}-guard`;
  const present = document.getElementById(id);
  if (present) return present;
  const line = document.createElement("p");
  line.id = id;
  line.className = "guard-warning";
  line.setAttribute("role", "status");
  field.after(line);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  return line;
}

/** Write, change or take away the warning under one field. */
export function check(field: Field): void {
  const found = fault(field.value);
  if (!found && !document.getElementById(`${field.id || field.name}-guard`)) return;
  const line = lineFor(field);
  const words = found ? say(found) : "";
  if (line.textContent !== words) line.textContent = words;
}

/** Warn in every field marked data-guard, once the writer pauses. */
export function watchGuarded(): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !("guard" in field.dataset)) return;
    clearTimeout(pause);
    pause = setTimeout(() => check(field), 350);
  });
}
