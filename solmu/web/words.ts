// Whole sentences that the page brings in the reader's language (shell/components/words.html); scripts never put words together.
export type Word = "close" | "undo" | "failed" | "lost" | "refused" | "tooMany" | "tooBig" | "phone" | "email" | "identity";

/** The sentence called `word`, or nothing on a page that brings none. */
export function say(word: Word): string {
  return document.getElementById("words")?.dataset[word] ?? "";
}
