// Moving an actor by keyboard: arrow keys carry it, Enter keeps the place, Esc puts it back.
import { announce } from "../../web/announce";
import type { MapActor, MapRenderer } from "../../web/map";
import { directionOf, type Point } from "./_geometry";
import { said } from "./_words";

const STEP = 12; // pixels in the window; with Shift a fifth of it

export class Mover {
  private moving: { actor: MapActor; from: Point } | undefined;

  constructor(
    private readonly map: MapRenderer,
    private readonly keep: (actor: MapActor) => void,
  ) {
    map.root.addEventListener("focusout", (event) => {
      if (!map.root.contains((event as FocusEvent).relatedTarget as Node | null)) this.end(false);
    });
  }

  /** Take an actor along until Enter or Esc. */
  begin(ref: string): void {
    const part = this.map.parts.get(ref);
    if (!part) return;
    this.map.focus(ref);
    this.moving = { actor: part.actor, from: [part.actor.x, part.actor.y] };
    this.map.mark(ref, "moving");
    announce(said("moving", { name: part.actor.name }));
  }

  /** Take a key when something is being moved; tell whether it was taken. */
  press(event: KeyboardEvent): boolean {
    if (!this.moving) return false;
    const direction = directionOf(event.key);
    if (direction) this.carry(direction, event.shiftKey ? STEP / 5 : STEP);
    else if (event.key === "Enter") this.end(true);
    else if (event.key === "Escape") this.end(false);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  private carry([right, down]: Point, step: number): void {
    if (!this.moving) return;
    const { actor } = this.moving;
    const { width, height } = this.map.data;
    const x = Math.min(Math.max(actor.x + (right * step) / this.map.view.k / this.map.stretch, 0), width);
    const y = Math.min(Math.max(actor.y + (down * step) / this.map.view.k, 0), height);
    this.map.move(actor.ref, x, y);
  }

  private end(kept: boolean): void {
    if (!this.moving) return;
    const { actor, from } = this.moving;
    this.moving = undefined;
    this.map.mark(undefined, "moving");
    if (kept) this.keep(actor);
    else {
      this.map.move(actor.ref, ...from);
      announce(said("moveEnded", { name: actor.name }));
    }
    this.map.layOut();
  }
}
