import type { ReactNode } from "react"
import { Fieldset, Stack } from "#app/ui/index.ts"

/** A titled part of a longer form. */
export function FormPart({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Fieldset legend={title} hint={hint}>
      <Stack gap="lg">{children}</Stack>
    </Fieldset>
  )
}
