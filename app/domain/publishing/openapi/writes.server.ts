import { proposalCreated, proposalRequest } from "../proposal-request.ts"
import { verificationReport } from "../verification-report.server.ts"
import { answerOf, named, type Operation, type Paths, refusals } from "./operation.server.ts"
import { answerSchema, type JsonSchema, requestSchema } from "./schemas.server.ts"

const verify: Operation = {
  operationId: "verifyDocument",
  tags: ["verification"],
  summary: "Check the signatures of a PDF",
  description: "The file is checked and forgotten. Trust is judged at the time of sealing for registered files.",
  parameters: [],
  requestBody: {
    required: true,
    content: {
      "multipart/form-data": {
        schema: {
          type: "object",
          properties: { file: { type: "string", contentMediaType: "application/pdf", description: "At most 25 MB" } },
          required: ["file"],
        },
      },
    },
  },
  responses: { 200: answerOf("The report", named("VerificationReport")), ...refusals(400, 413, 415, 422, 429) },
  security: [],
}

const submitProposal: Operation = {
  operationId: "submitProposal",
  tags: ["proposals"],
  summary: "Submit a proposal of the token's organisation",
  description:
    "Needs the scope `proposals:write`. Answered once it is stored for good; send it again with the same `Idempotency-Key` if no answer came.",
  parameters: [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description:
        "New for every proposal, 1 to 200 visible ASCII characters. Without it a repetition is a second proposal.",
      schema: { type: "string", minLength: 1, maxLength: 200 },
    },
  ],
  requestBody: { required: true, content: { "application/json": { schema: named("ProposalRequest") } } },
  responses: {
    201: {
      ...answerOf("It is submitted", named("ProposalCreated")),
      headers: { Location: { description: "Its page", schema: { type: "string", format: "uri" } } },
    },
    ...refusals(400, 401, 403, 409, 413, 415, 422, 429),
  },
  security: [{ token: [] }],
}

/** What the API does besides reading. A further operation gets its line here, its schemas below. */
export const writes: Paths = {
  "/api/v1/verify": { post: verify },
  "/api/v1/proposals": { post: submitProposal },
}

export const writeSchemas = (): Record<string, JsonSchema> => ({
  VerificationReport: answerSchema(verificationReport),
  ProposalRequest: requestSchema(proposalRequest),
  ProposalCreated: answerSchema(proposalCreated),
})
