import type { PublicFacts } from "#app/domain/agreement/lookup.server.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { CodeText, DefinitionList, Grid, Sheet, Signatory, Stack } from "#app/ui/index.ts"

/** What the register says of a public agreement's document. */
export function RegisteredFacts({ facts }: { facts: PublicFacts }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const day = (date: string | null) => (date ? formatDate(locale, date) : "–")
  return (
    <Stack gap="lg">
      <Sheet>
        <DefinitionList
          items={[
            { term: t("verification.result.agreement"), value: <CodeText>{facts.code}</CodeText> },
            { term: t("verification.code.about"), value: <span lang="id">{facts.title}</span> },
            {
              term: t("verification.code.parties"),
              value: facts.parties.map(({ name }) => <p key={name}>{name}</p>),
              key: "parties",
            },
            {
              term: t("verification.code.numbers"),
              value: facts.parties.map(({ name, number }) => <p key={name}>{number}</p>),
              key: "numbers",
            },
            { term: t("verification.code.place"), value: facts.place },
            { term: t("verification.code.signingDate"), value: day(facts.signingDate) },
            {
              term: t("verification.code.period"),
              value: t("verification.code.periodValue", { from: day(facts.periodFrom), until: day(facts.periodUntil) }),
            },
            { term: t("verification.code.pages"), value: t("verification.code.pagesValue", { count: facts.pages }) },
            { term: t("verification.result.sha256"), value: <CodeText block>{facts.sha256}</CodeText> },
          ]}
        />
      </Sheet>
      <Grid columns={2}>
        {facts.seals.map((seal) => (
          <Signatory
            key={seal.office}
            office={seal.office}
            name={seal.name}
            state="positive"
            stateLabel={t("verification.code.signed")}
            time={formatInstant(locale, seal.signedAt, timeZone)}
          />
        ))}
      </Grid>
    </Stack>
  )
}
