// The map's sentences in the reader's language, whole as the page brings them (mapping/map_words.html).

type Slots = Record<string, string | number>;

let rules: Intl.PluralRules | undefined;

function fill(sentence: string, slots: Slots): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}

function words(): DOMStringMap {
  return document.getElementById("map-words")?.dataset ?? {};
}

/** The sentence called `name`, its slots filled. */
export function said(name: string, slots: Slots = {}): string {
  return fill(words()[name] ?? "", slots);
}

/** The sentence called `name` for a count; {n} is the count. */
export function saidOf(name: string, count: number, slots: Slots = {}): string {
  rules ??= new Intl.PluralRules(document.documentElement.lang || "fi");
  return said(`${name}${rules.select(count) === "one" ? "One" : "Other"}`, { n: count, ...slots });
}
