import type { AppServices, Log } from "#app/domain/kernel/context.ts"

/** Due work: what is called at intervals for as long as the server runs. `run` finds out itself whether anything is due. */
export type Job = {
  readonly name: string
  readonly everyMs: number
  run(services: AppServices): Promise<void>
}

/** Told after each run of a job how it ended. */
export type JobObserver = (name: string, outcome: "done" | "failed") => void

export type RunningJobs = {
  /** Starts nothing more and resolves when what is under way has finished. */
  stop(): Promise<void>
}

/**
 * Runs each job at once and then every `everyMs`, counted from start to start. A job never overlaps itself: one
 * that takes longer than its interval begins again right after. A failure is logged and costs the one run only.
 */
export function startJobs(jobs: readonly Job[], services: AppServices, observe: JobObserver = () => {}): RunningJobs {
  let stopped = false
  const running = jobs.map((job) => {
    let timer: NodeJS.Timeout | undefined
    let wake: () => void = () => {}
    const loop = async () => {
      while (!stopped) {
        const startedAt = performance.now()
        observe(job.name, await runOnce(job, services, services.log))
        if (stopped) return
        await new Promise<void>((resolve) => {
          wake = resolve
          timer = setTimeout(resolve, Math.max(0, startedAt + job.everyMs - performance.now()))
          timer.unref()
        })
      }
    }
    return {
      done: loop(),
      cancel: () => {
        clearTimeout(timer)
        wake()
      },
    }
  })
  return {
    async stop() {
      stopped = true
      for (const { cancel } of running) cancel()
      await Promise.all(running.map(({ done }) => done))
    },
  }
}

async function runOnce(job: Job, services: AppServices, log: Log): Promise<"done" | "failed"> {
  try {
    await job.run(services)
    return "done"
  } catch (error) {
    log.error({ job: job.name, error }, "a job failed")
    return "failed"
  }
}
