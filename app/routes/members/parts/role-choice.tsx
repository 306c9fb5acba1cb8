import type { FieldState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { RadioGroup } from "#app/ui/index.ts"
import type { MembershipRole } from "#db/schema.ts"

/** One of the roles, each with what it may do. */
export function RoleChoice({
  field,
  label,
  roles,
}: {
  field: FieldState
  label: string
  roles: readonly MembershipRole[]
}) {
  const t = useT()
  return (
    <RadioGroup
      {...field}
      label={label}
      options={roles.map((role) => ({
        value: role,
        label: t(`organisation.role.${role}`),
        hint: t(`organisation.roleHint.${role}`),
      }))}
      required
    />
  )
}
