// Presses on their way to the server: kept on the device until acknowledged, sent in order, sent again when the connection fails.
import type { Press } from "./_pairs";

export type Answer =
  | { is: "saved"; act: number | null }
  | { is: "refused"; text: string }
  | { is: "lost" }
  | { is: "signed out" };
export type Standing = "saved" | "saving" | "waiting" | "signed out";

export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PAUSES = [1_000, 2_000, 5_000, 10_000];

export class PressQueue {
  private waiting: Press[];
  private sending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  standing: Standing = "saved";

  constructor(
    private send: (press: Press) => Promise<Answer>,
    private store: Store,
    private keptAs: string,
    private tell: (answered?: { press: Press; answer: Answer }) => void,
  ) {
    this.waiting = this.kept();
  }

  /** What has not been acknowledged, oldest first. */
  get pending(): readonly Press[] {
    return this.waiting;
  }

  push(press: Press): void {
    this.waiting.push(press);
    this.keep();
    if (this.standing === "saved") this.standing = "saving";
    this.tell();
    void this.run();
  }

  /** How many presses have not been sent at all: what was sent may have arrived though no answer came. */
  get unsent(): number {
    return Math.max(this.waiting.length - (this.sending || this.failures ? 1 : 0), 0);
  }

  /** Take back the newest press that has not been sent; tell whether there was one. */
  drop(): boolean {
    if (!this.unsent) return false;
    this.waiting.pop();
    this.keep();
    this.tell();
    return true;
  }

  /** Send what waits, now. */
  async run(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending) return;
    this.sending = true;
    while (this.waiting.length) {
      const press = this.waiting[0] as Press;
      const answer = await this.send(press);
      if (answer.is === "lost" || answer.is === "signed out") {
        this.standing = answer.is === "lost" ? "waiting" : "signed out";
        const pause = PAUSES[Math.min(this.failures++, PAUSES.length - 1)];
        this.timer = setTimeout(() => void this.run(), pause);
        break;
      }
      this.failures = 0;
      this.waiting.shift();
      this.keep();
      this.standing = this.waiting.length ? "saving" : "saved";
      this.tell({ press, answer });
    }
    this.sending = false;
    if (this.waiting.length) this.tell();
  }

  private kept(): Press[] {
    try {
      const kept: unknown = JSON.parse(this.store.getItem(this.keptAs) ?? "[]");
      return Array.isArray(kept) ? (kept as Press[]) : [];
    } catch {
      return [];
    }
  }

  private keep(): void {
    try {
      if (this.waiting.length) this.store.setItem(this.keptAs, JSON.stringify(this.waiting));
      else this.store.removeItem(this.keptAs);
    } catch {
      // A full or closed store: presses still wait in memory, and leaving the page warns.
    }
  }
}
