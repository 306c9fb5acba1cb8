import type { FoundAgreement } from "#app/domain/agreement/lookup.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  EmptyState,
  Form,
  FormActions,
  Notice,
  RecordItem,
  RecordList,
  Stack,
  StateBadge,
  TextInput,
} from "#app/ui/index.ts"

type Answer = { readonly found: readonly FoundAgreement[]; readonly more: boolean }

/** The search by number or code, and what it found. */
export function Lookup({ q, answer }: { q: string; answer: Answer | null }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Stack gap="lg">
      <Form method="get" action={to(paths.verification())}>
        <Stack>
          <TextInput
            name="q"
            type="search"
            label={t("verification.search.label")}
            defaultValue={q}
            maxLength={200}
            spellCheck={false}
          />
          <FormActions>
            <Button kind="quiet" icon="search">
              {t("verification.search.submit")}
            </Button>
          </FormActions>
        </Stack>
      </Form>
      {answer ? <Found q={q} answer={answer} /> : null}
    </Stack>
  )
}

function Found({ q, answer }: { q: string; answer: Answer }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  if (answer.found.length === 0)
    return (
      <EmptyState art="search" title={t("verification.search.none", { q })}>
        {t("verification.search.noneBody")}
      </EmptyState>
    )
  return (
    <Stack>
      <p role="status">{t("verification.search.found", { count: answer.found.length })}</p>
      <RecordList>
        {answer.found.map((one) => (
          <RecordItem
            key={one.code}
            href={to(paths.agreement(one.code))}
            title={<span lang="id">{one.title}</span>}
            badge={
              <StateBadge state={one.status === "in_force" ? "positive" : "ended"}>
                {t(one.status === "in_force" ? "verification.code.state.in_force" : "verification.code.state.lapsed")}
              </StateBadge>
            }
            meta={
              <>
                <span>{t("verification.search.code", { code: one.code })}</span>
                {one.inForceAt ? (
                  <span>{t("verification.search.from", { date: formatDate(locale, one.inForceAt) })}</span>
                ) : null}
              </>
            }
          >
            {one.parties.map(({ name, number }) => (
              <p key={name}>
                {name}: {number}
              </p>
            ))}
          </RecordItem>
        ))}
      </RecordList>
      {answer.more ? <Notice>{t("verification.search.more")}</Notice> : null}
    </Stack>
  )
}
