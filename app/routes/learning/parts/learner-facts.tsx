import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Section } from "#app/ui/index.ts"
import type { LearnerView } from "../show.tsx"

/** Who learns, with no more of his number than its last three digits. */
export function LearnerFacts({ view }: { view: LearnerView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, facts, cohort, programme } = view
  return (
    <DefinitionList
      items={[
        { term: t("programme.learner.name"), value: head.name },
        {
          term: t("programme.learner.number"),
          value: (
            <>
              {t(`programme.numberKind.${facts.numberKind}`)} <span className="tabular">{facts.maskedNumber}</span>
              {view.mayReadNumber ? (
                <>
                  <br />
                  <Anchor href={to(paths.learnerNumber(head.id))}>{t("programme.learner.showNumber")}</Anchor>
                </>
              ) : null}
            </>
          ),
        },
        { term: t("programme.learner.rank"), value: facts.rank },
        { term: t("programme.learner.office"), value: facts.office },
        { term: t("programme.learner.unit"), value: facts.unitName },
        { term: t("programme.learner.agency"), value: programme.senderName },
        { term: t("programme.learner.supervisor"), value: head.supervisorName },
        {
          term: t("programme.learner.cohort"),
          value: view.coordinates ? (
            <Anchor href={to(paths.cohortDesk(cohort.id))}>{cohort.name}</Anchor>
          ) : (
            <Anchor href={to(paths.programme(programme.slug))}>{cohort.name}</Anchor>
          ),
        },
      ]}
    />
  )
}

/** What else the reader may do now. */
export function LearnerActions({ view }: { view: LearnerView }) {
  const t = useT()
  const to = useLocalPath()
  const { head, steps } = view
  const links = [
    ...(steps.includes("decline")
      ? [{ href: paths.declineLearner(head.id), label: t("programme.learner.decline") }]
      : []),
    ...(steps.includes("withdraw")
      ? [{ href: paths.withdrawLearner(head.id), label: t("programme.learner.withdraw") }]
      : []),
    ...(view.maySupervise
      ? [{ href: paths.learnerSupervisor(head.id), label: t("programme.learner.changeSupervisor") }]
      : []),
  ]
  if (links.length === 0) return null
  return (
    <Section title={t("programme.learner.actions")} id="tindakan">
      <ul className="points points--plain">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Anchor href={to(href)}>{label}</Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
