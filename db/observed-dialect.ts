import type {
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  DialectAdapter,
  Driver,
  Kysely,
  QueryCompiler,
  TransactionSettings,
} from "kysely"

/** Told how the database's connections are used; times in seconds. */
export type DatabaseObserver = {
  /** A connection was had after waiting so long. */
  waited(seconds: number): void
  transaction(seconds: number, end: "commit" | "rollback"): void
  /** Connections in use, and how many wait for one, as they stand now. */
  connections(inUse: number, waiting: number): void
}

/** A dialect whose connections and transactions are watched; it does nothing else differently. */
export function observedDialect(dialect: Dialect, observer: DatabaseObserver): Dialect {
  return {
    createAdapter: (): DialectAdapter => dialect.createAdapter(),
    createDriver: (): Driver => new ObservedDriver(dialect.createDriver(), observer),
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
    createIntrospector: (db: Kysely<any>): DatabaseIntrospector => dialect.createIntrospector(db),
    createQueryCompiler: (): QueryCompiler => dialect.createQueryCompiler(),
  }
}

const seconds = (since: number): number => (performance.now() - since) / 1000

class ObservedDriver implements Driver {
  readonly #driver: Driver
  readonly #observer: DatabaseObserver
  readonly #begun = new WeakMap<DatabaseConnection, number>()
  #inUse = 0
  #waiting = 0
  readonly savepoint?: NonNullable<Driver["savepoint"]>
  readonly rollbackToSavepoint?: NonNullable<Driver["rollbackToSavepoint"]>
  readonly releaseSavepoint?: NonNullable<Driver["releaseSavepoint"]>

  constructor(driver: Driver, observer: DatabaseObserver) {
    this.#driver = driver
    this.#observer = observer
    if (driver.savepoint) this.savepoint = driver.savepoint.bind(driver)
    if (driver.rollbackToSavepoint) this.rollbackToSavepoint = driver.rollbackToSavepoint.bind(driver)
    if (driver.releaseSavepoint) this.releaseSavepoint = driver.releaseSavepoint.bind(driver)
  }

  init(): Promise<void> {
    return this.#driver.init()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const asked = performance.now()
    this.#waiting += 1
    this.#tell()
    try {
      const connection = await this.#driver.acquireConnection()
      this.#inUse += 1
      return connection
    } finally {
      this.#waiting -= 1
      this.#tell()
      this.#observer.waited(seconds(asked))
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#inUse -= 1
    this.#tell()
    await this.#driver.releaseConnection(connection)
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    this.#begun.set(connection, performance.now())
    await this.#driver.beginTransaction(connection, settings)
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#driver.commitTransaction(connection)
    this.#ended(connection, "commit")
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#driver.rollbackTransaction(connection)
    this.#ended(connection, "rollback")
  }

  destroy(): Promise<void> {
    return this.#driver.destroy()
  }

  #ended(connection: DatabaseConnection, end: "commit" | "rollback"): void {
    const begun = this.#begun.get(connection)
    if (begun !== undefined) this.#observer.transaction(seconds(begun), end)
    this.#begun.delete(connection)
  }

  #tell(): void {
    this.#observer.connections(this.#inUse, this.#waiting)
  }
}
