import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { proposalRequest } from "#app/domain/publishing/proposal-request.ts"
import { submitForProgram } from "#app/domain/publishing/proposal-submission.server.ts"
import { proposalSides } from "#tests/support/proposals.ts"
import { programWith, requestBody, tokenIn } from "#tests/support/tokens.ts"
import { createWorld } from "#tests/support/world.ts"

const rounds = 50

it("stores one proposal where a request and its repetitions arrive at once", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const { token } = await tokenIn(world, sides.campus.organisation.slug)
  for (let round = 1; round <= rounds; round += 1) {
    const body = proposalRequest.parse(requestBody({ title: `Usulan putaran ${round}` }))
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => submitForProgram(await programWith(world, token), body, `kunci-${round}`)),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  }
  expect(await world.db.selectFrom("proposal").select("id").execute()).toHaveLength(rounds)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 120_000)

it("takes one of two different requests that arrive at once under one key, and refuses the other", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const { token } = await tokenIn(world, sides.campus.organisation.slug)
  for (let round = 1; round <= rounds; round += 1) {
    const outcomes = await Promise.allSettled(
      ["satu", "dua"].map(async (title) =>
        submitForProgram(
          await programWith(world, token),
          proposalRequest.parse(requestBody({ title: `Usulan ${title}` })),
          `kunci-${round}`,
        ),
      ),
    )
    const refused = outcomes.filter((outcome) => outcome.status === "rejected")
    expect(refused).toHaveLength(1)
    expect(isDomainError(refused[0]!.reason) && refused[0]!.reason.key).toBe("api.keyReused")
  }
  expect(await world.db.selectFrom("proposal").select("id").execute()).toHaveLength(rounds)
}, 120_000)
