// Which square a key leads to in the grid of who works with whom. The last column is "gone through".

export interface Place {
  row: number;
  column: number;
}
export interface Size {
  rows: number;
  columns: number;
}

const STEPS: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  PageDown: [10, 0],
  PageUp: [-10, 0],
};

/** Return where `key` leads from `from`, over squares that are `closed`; nothing when it leads nowhere. */
export function placeAfter(key: string, far: boolean, from: Place, size: Size, closed: (place: Place) => boolean): Place | undefined {
  if (key === "Home" || key === "End") return edge(key === "Home", far, from, size, closed);
  const step = STEPS[key];
  if (!step) return undefined;
  const [down, right] = far ? [step[0] * size.rows, step[1] * size.columns] : step;
  let place = held({ row: from.row + down, column: from.column + right }, size);
  // Step over the diagonal, and back when there is nothing behind it.
  const [over, aside] = [Math.sign(down), Math.sign(right)];
  if (closed(place)) {
    const beyond = held({ row: place.row + over, column: place.column + aside }, size);
    const before = held({ row: place.row - over, column: place.column - aside }, size);
    place = closed(beyond) ? before : beyond;
  }
  return same(place, from) || closed(place) ? undefined : place;
}

function edge(start: boolean, far: boolean, from: Place, size: Size, closed: (place: Place) => boolean): Place | undefined {
  const row = far ? (start ? 0 : size.rows - 1) : from.row;
  const column = start ? 0 : size.columns - 1;
  const place = { row, column };
  const inwards = { row, column: column + (start ? 1 : -1) };
  const found = closed(place) ? inwards : place;
  return same(found, from) ? undefined : found;
}

function held(place: Place, size: Size): Place {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most - 1);
  return { row: within(place.row, size.rows), column: within(place.column, size.columns) };
}

function same(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}
