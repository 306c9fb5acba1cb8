import type { PublicInitiative } from "#app/domain/initiative/register.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Badge, StrandBadge } from "#app/ui/index.ts"

/** Who takes part, strand by strand, and what each does. */
export function StrandPartners({ strands }: { strands: PublicInitiative["strands"] }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <div className="strand-partners">
      {strands.map(({ strand, partners }) => (
        <section key={strand} className={`strand-partners__strand strand-partners__strand--${strand.toLowerCase()}`}>
          <h3>
            <StrandBadge strand={strand} />
          </h3>
          <ul>
            {partners.map(({ id, name, slug, part, lead }) => (
              <li key={id}>
                <Anchor href={to(paths.organisation(slug))}>
                  <span lang="id">{name}</span>
                </Anchor>
                {lead ? (
                  <>
                    {" "}
                    <Badge tone="accent">{t("initiative.lead")}</Badge>
                  </>
                ) : null}
                {part ? (
                  <span className="points__source" lang="id">
                    {part}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
