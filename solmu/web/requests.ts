// What htmx does when an answer is not the fragment that was asked for.
import { showToast } from "./toasts";
import { say, type Word } from "./words";

const REFUSALS: Record<number, Word> = { 401: "refused", 403: "refused", 404: "refused", 413: "tooBig", 429: "tooMany" };

/** A whole page, when a fragment was asked for: the session ended and sign-in answered, or an address was wrong. */
export function isWholePage(text: string | undefined): boolean {
  return /^\s*<!doctype html/i.test(text ?? "");
}

/** Say what went wrong, follow to the sign-in when the session has ended, and lead the eye to a form's faults. */
export function watchRequests(goTo = (address: string) => location.assign(address)): void {
  document.addEventListener("htmx:after:request", (event) => {
    const { ctx } = event.detail;
    const answer = ctx.response?.raw;
    if (!answer?.redirected || ctx.request.headers["HX-Request-Type"] === "full" || !isWholePage(ctx.text)) return;
    event.preventDefault();
    goTo(answer.url);
  });
  document.addEventListener("htmx:response:error", (event) => {
    const status = event.detail.ctx.response?.status ?? 0;
    if (status === 422 || status === 409) return;
    showToast({ text: say(REFUSALS[status] ?? "failed"), bad: true });
  });
  document.addEventListener("htmx:error", (event) => {
    if (!event.detail.ctx?.response) showToast({ text: say("lost"), bad: true });
  });
  document.addEventListener("htmx:after:settle", () => {
    document.querySelector<HTMLElement>("[data-takes-focus]")?.focus();
  });
}
