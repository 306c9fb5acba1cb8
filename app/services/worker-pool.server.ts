import { Tinypool } from "tinypool"

/** Where a pool's code is and how much it may take. */
export type WorkerPoolOptions = {
  /** Module whose named exports are the tasks. */
  readonly entry: URL
  /** Node flags of the threads, e.g. `["--import", "tsx"]` where the entry is TypeScript. */
  readonly execArgv: readonly string[]
  readonly threads: number
  /** Tasks that may wait for a thread; the next one is refused with `PoolBusy`. */
  readonly maxWaiting: number
  /** A thread without work ends after this time. */
  readonly idleMs: number
  /** Heap of one thread; a task that needs more loses its thread. */
  readonly maxHeapMb: number
}

export type TaskOptions = {
  /** From when a thread has the task; past it the thread is ended and replaced. */
  readonly timeoutMs: number
  /** How many tasks of this name may run at once, so that one kind cannot take every thread. */
  readonly atOnce?: number
  /** How many tasks of this name may wait, so that one kind cannot fill the queue. */
  readonly mostWaiting?: number
}

/** Too many tasks wait already. */
export class PoolBusy extends Error {
  override readonly name = "PoolBusy"
}
/** The task ran past its time, or its thread died under it (memory, crash), or the pool was closed. */
export class TaskLost extends Error {
  override readonly name = "TaskLost"
}

type Waiting = {
  readonly name: string
  readonly input: unknown
  readonly options: TaskOptions
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Threads for slow work. The queue is kept here and the pool below only ever gets what a thread is free for: a
 * thread that dies then takes one task with it and never strands those that wait.
 */
export class WorkerPool {
  readonly #pool: Tinypool
  readonly #options: WorkerPoolOptions
  readonly #waiting: Waiting[] = []
  readonly #running = new Map<AbortController, string>()
  readonly #watched = new WeakSet<object>()
  #closed = false

  constructor(options: WorkerPoolOptions) {
    this.#options = options
    this.#pool = new Tinypool({
      filename: options.entry.href,
      execArgv: [...options.execArgv],
      minThreads: 0,
      maxThreads: options.threads,
      idleTimeout: options.idleMs,
      useAtomics: false,
      resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb },
    })
    // A thread that dies before it took its task is nobody's failure yet: those that were given away are lost.
    this.#pool.on("error", (error: Error) => this.#loseAll(error))
  }

  /** Tasks that wait for a thread. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** Runs the export `name` of the entry on `input` in a thread. Both must be plain data. */
  run(name: string, input: unknown, options: TaskOptions): Promise<unknown> {
    if (this.#closed) return Promise.reject(new TaskLost("the pool is closed"))
    if (this.#waiting.length >= this.#options.maxWaiting)
      return Promise.reject(new PoolBusy(`${name}: too many tasks wait`))
    if (this.#waiting.filter((task) => task.name === name).length >= (options.mostWaiting ?? Number.POSITIVE_INFINITY))
      return Promise.reject(new PoolBusy(`${name}: too many of these wait`))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ name, input, options, resolve, reject })
      this.#next()
    })
  }

  /** Ends every thread. Tasks under way and waiting fail with `TaskLost`. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    for (const task of this.#waiting.splice(0)) task.reject(new TaskLost("the pool is closed"))
    for (const controller of this.#running.keys()) controller.abort()
    await this.#pool.destroy()
  }

  #next(): void {
    while (this.#running.size < this.#options.threads) {
      const at = this.#waiting.findIndex(
        ({ name, options }) => this.#countOf(name) < (options.atOnce ?? Number.POSITIVE_INFINITY),
      )
      const task = this.#waiting[at]
      if (!task) return
      this.#waiting.splice(at, 1)
      void this.#give(task)
    }
  }

  #countOf(name: string): number {
    let count = 0
    for (const running of this.#running.values()) if (running === name) count += 1
    return count
  }

  async #give({ name, input, options, resolve, reject }: Waiting): Promise<void> {
    const controller = new AbortController()
    this.#running.set(controller, name)
    const timer = setTimeout(() => controller.abort(), options.timeoutMs)
    try {
      const result = this.#pool.run(input, { name, signal: controller.signal })
      this.#watch()
      resolve(await result)
    } catch (error) {
      const lost = controller.signal.aborted || isDeadThread(error)
      reject(lost ? new TaskLost(`${name}: the thread was lost`, { cause: error }) : error)
    } finally {
      clearTimeout(timer)
      this.#running.delete(controller)
      if (!this.#closed) this.#next()
    }
  }

  /** tinypool hears of errors, not of a thread that simply exits; such an exit is made an error. */
  #watch(): void {
    for (const thread of this.#pool.threads) {
      if (this.#watched.has(thread)) continue
      this.#watched.add(thread)
      thread.on("exit", () => {
        if (this.#pool.threads.includes(thread)) thread.emit("error", new ThreadExit("the thread exited"))
      })
    }
  }

  #loseAll(error: Error): void {
    if (this.#closed) return
    for (const controller of this.#running.keys()) controller.abort(error)
  }
}

class ThreadExit extends Error {
  override readonly name = "ThreadExit"
}

const isDeadThread = (error: unknown): boolean =>
  error instanceof ThreadExit ||
  (error instanceof Error &&
    ((error as { code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY" ||
      error.message === "Terminating worker thread"))
