import { describe, expect, it, vi } from "vitest";
import { watchPresses } from "./presses";

describe("presses that need no server", () => {
  const print = vi.fn();
  watchPresses(print);

  it("prints the page", () => {
    document.body.innerHTML = "<button data-prints><span>Print</span></button><button>Other</button>";
    document.querySelectorAll("button")[1]?.click();
    expect(print).not.toHaveBeenCalled();
    document.querySelector("span")?.click();
    expect(print).toHaveBeenCalledOnce();
  });

  it("marks the pressed square as the current one, and no other", () => {
    document.body.innerHTML = '<a data-square id="a" aria-current="true"></a><a data-square id="b"><b>2</b></a>';
    document.querySelector("b")?.click();
    expect([...document.querySelectorAll("[aria-current]")].map(({ id }) => id)).toEqual(["b"]);
  });
});
