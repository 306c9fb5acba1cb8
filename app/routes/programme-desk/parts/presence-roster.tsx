import { useFormState } from "#app/http/form.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, CheckboxGroup, Form, FormActions, Notice, RecordTable, Section, Stack } from "#app/ui/index.ts"
import { Refused } from "../../parts/refused.tsx"
import type { SessionView } from "../session.tsx"

/** Who is there: to be ticked by the host, and those on record already with how they came there. */
export function PresenceRoster({ view }: { view: SessionView }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const form = useFormState()
  const { roster, session } = view
  const present = roster.flatMap(({ mark, ...learner }) => (mark ? [{ ...learner, mark }] : []))
  const missing = roster.filter(({ mark, completed }) => !mark && !completed)
  const chosen = form.all("learnerIds")
  return (
    <>
      <Section
        title={t("programme.session.attendance")}
        lede={view.mayMark && missing.length > 0 ? t("programme.session.attendanceLede") : undefined}
        id="kehadiran"
        ruled
      >
        <Refused form={form} />
        <p className="tabular text-sm text-ink-soft">
          {t("programme.session.presentCount", { present: present.length, all: roster.length })}
        </p>
        {roster.length === 0 ? <Notice>{t("programme.session.nobody")}</Notice> : null}
        {view.mayMark && missing.length > 0 ? (
          <Form>
            <Stack gap="lg">
              <CheckboxGroup
                name="learnerIds"
                label={t("programme.cohort.learner")}
                {...(chosen ? { defaultValue: chosen } : {})}
                options={missing.map(({ id, name, unitName }) => ({ value: id, label: name, hint: unitName }))}
              />
              <FormActions>
                <Button>{t("programme.session.mark")}</Button>
              </FormActions>
            </Stack>
          </Form>
        ) : null}
        {roster.length > 0 && missing.length === 0 ? (
          <Notice kind="success">{t("programme.session.allPresent")}</Notice>
        ) : null}
      </Section>
      {present.length > 0 ? (
        <Section title={t("programme.session.marks")} id="hadir" ruled>
          <RecordTable
            caption={t("programme.session.marks")}
            captionHidden
            rows={present}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("programme.cohort.learner"),
                rowHeader: true,
                cell: ({ id, name }) => <a href={to(paths.learner(id))}>{name}</a>,
              },
              {
                key: "mark",
                header: t("programme.session.attendance"),
                cell: ({ mark }) =>
                  t("programme.session.markedAt", {
                    means: t(`programme.session.means.${mark.means}`),
                    time: formatInstant(locale, mark.markedAt, timeZone, "short"),
                  }),
              },
              ...(view.host
                ? [
                    {
                      key: "strike",
                      header: t("programme.session.strike"),
                      hideLabel: true,
                      cell: ({ mark, name, completed }: (typeof present)[number]) =>
                        completed ? null : (
                          <a
                            href={to(paths.strikeAttendance(session.id, mark.id))}
                            aria-label={t("programme.session.strikeOf", { name })}
                          >
                            {t("programme.session.strike")}
                          </a>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ) : null}
      {view.struck.length > 0 ? (
        <ul className="points">
          {view.struck.map(({ id, name, strikeReason }) => (
            <li key={id}>
              {name}: {t("programme.session.struck", { reason: strikeReason })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
