import type { DraftFields } from "./draft-fields.ts"

/** The name under which a button of the drafting form says how the clauses are to be arranged. */
export const arrangementName = "susunan"

export type Move = "up" | "down" | "remove" | "add" | "restore"

/** The value of such a button: what is done to which clause (or, for `restore`, to which of those taken out). */
export const arrangement = (move: Move, index: number): string => `${move}:${index}`

/** Draws the form again as it is: what the Enter key in a line of text does. */
export const redraw = "redraw"

/**
 * The form with its clauses arranged as `order` says. Everything else in it stays as it was typed; an order that
 * does not fit changes nothing.
 */
export function arranged(fields: DraftFields, order: string, newKey: () => string): DraftFields {
  const [, move, place] = /^(up|down|remove|add|restore):(-?\d{1,4})$/.exec(order) ?? []
  const index = Number(place)
  const clauses = [...fields.clauses]
  const removed = [...fields.removed]
  const clause = clauses[index]
  switch (move as Move | undefined) {
    case "up":
    case "down": {
      const other = index + (move === "up" ? -1 : 1)
      const neighbour = clauses[other]
      if (!clause || !neighbour) return fields
      clauses[index] = neighbour
      clauses[other] = clause
      return { ...fields, clauses }
    }
    case "remove":
      if (!clause) return fields
      clauses.splice(index, 1)
      return { ...fields, clauses, removed: [...removed, { ...clause, at: String(index) }] }
    case "add":
      if (index < -1 || index >= clauses.length) return fields
      clauses.splice(index + 1, 0, { key: newKey(), title: "", body: "" })
      return { ...fields, clauses }
    case "restore": {
      const [back] = removed.splice(index, 1)
      if (!back || index < 0) return fields
      const { at, ...restored } = back
      clauses.splice(placeOf(at, clauses.length), 0, restored)
      return { ...fields, clauses, removed }
    }
    default:
      return fields
  }
}

/** Where among `length` clauses one that was taken out at `at` belongs. */
export const placeOf = (at: string, length: number): number =>
  /^\d{1,4}$/.test(at) ? Math.min(Number(at), length) : length
