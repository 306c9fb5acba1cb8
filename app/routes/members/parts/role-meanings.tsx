import { useT } from "#app/i18n/react.tsx"
import { DefinitionList, Section } from "#app/ui/index.ts"
import { roles } from "./roles.ts"

/** What each role may do. */
export function RoleMeanings() {
  const t = useT()
  return (
    <Section title={t("organisation.members.roles")} id="peran" ruled>
      <DefinitionList
        items={roles.map((role) => ({
          key: role,
          term: t(`organisation.role.${role}`),
          value: t(`organisation.roleHint.${role}`),
        }))}
      />
    </Section>
  )
}
