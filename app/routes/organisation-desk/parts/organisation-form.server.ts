import { strands, suitsStrand } from "#app/domain/organisation/legal-forms.ts"
import { type OrganisationDetails, organisationForm } from "#app/domain/organisation/schema.ts"
import { textOf } from "#app/http/body.server.ts"
import { parseForm } from "#app/http/form.server.ts"

/**
 * A posted organisation. The page asks for the legal form alone, whose list is grouped by strand: the strand follows
 * from it. A form that nobody offered is refused as such, whatever strand stands beside it.
 */
export function parseOrganisation(form: FormData): OrganisationDetails {
  const chosen = textOf(form, "legalForm")
  const completed = new FormData()
  for (const [name, value] of form) if (name !== "strand") completed.append(name, value)
  completed.set("strand", strands.find((strand) => suitsStrand(strand, chosen)) ?? strands[0])
  return parseForm(completed, organisationForm)
}
