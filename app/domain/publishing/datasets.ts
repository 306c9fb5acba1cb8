/** The formats in which a public list can be had; `ics` only where something in it has a day. */
export type DataFormat = "json" | "csv" | "atom" | "ics"

export type Dataset = {
  /** Its name in the API and in file names. */
  readonly key: string
  /** The page of the list in Indonesian; with `.json`, `.csv`, `.atom` behind it, the list as a file. */
  readonly listPath: string
  readonly apiPath: string
  readonly formats: readonly DataFormat[]
}

const of = <const Key extends string>(key: Key, listPath: string, calendar = false) =>
  ({
    key,
    listPath,
    apiPath: `/api/v1/${key}`,
    formats: ["csv", "json", "atom", ...(calendar ? (["ics"] as const) : [])] as readonly DataFormat[],
  }) as const

/** Every public list: where its page, its files and its API stand. The one place that says so. */
export const datasets = {
  agreements: of("agreements", "/kesepakatan"),
  initiatives: of("initiatives", "/inisiatif"),
  needs: of("needs", "/kebutuhan", true),
  organisations: of("organisations", "/mitra"),
  programmes: of("programmes", "/belajar", true),
  regions: of("regions", "/wilayah"),
} as const satisfies Record<string, Dataset>

export type DatasetKey = keyof typeof datasets

export const datasetKeys = Object.keys(datasets) as DatasetKey[]

/** The path of a list as a file, without language and query. */
export const datasetFile = (key: DatasetKey, format: DataFormat): string => `${datasets[key].listPath}.${format}`

/** How much one answer holds. */
export const dataLimits = {
  /** Records of an answer of the API where nothing is asked, and at most. */
  page: 20,
  most: 100,
  /** Rows of one CSV file; what is left over has its own address. */
  file: 10_000,
  /** Rows read from the database at a time while a file is put together. */
  chunk: 1_000,
  /** Entries of a page of a feed. */
  feed: 50,
  /** Entries of a calendar. */
  calendar: 500,
} as const

/** Since when the lists are published as data; what has no date of its own in a feed carries this one. */
export const publishedSince = "2026-11-26T00:00:00.000Z"
