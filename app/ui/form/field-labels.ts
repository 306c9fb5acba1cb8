import { createContext, type ReactNode, useContext } from "react"

/**
 * Labels of the fields that a page has drawn, by the field's id. An error summary stands before the fields that it names,
 * so the server draws a refused page twice: the first time fills this. Null where nobody asked for it.
 */
export const FieldLabels = createContext<Map<string, ReactNode> | null>(null)

/** Notes the label of a field for the error summary, where it goes on after the label: a statement loses its full stop. */
export function useLabelNoted(id: string | undefined, label: ReactNode): void {
  const labels = useContext(FieldLabels)
  if (id) labels?.set(id, typeof label === "string" ? label.replace(/\.$/, "") : label)
}
