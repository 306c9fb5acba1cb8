/** What the address of a list says when it is to be shown as a map. */
export const mapView = { tampilan: "peta" } as const

/** The parameters of a list's address with that one among them. */
export const withMapView = (parameters: readonly string[]): readonly string[] => [
  ...parameters,
  ...Object.keys(mapView),
]

/** Whether an address asks for the map; anything but `peta` means the list. */
export const asksForMap = (query: URLSearchParams): boolean => query.get("tampilan") === mapView.tampilan

/** The region that a province's link asks for: the one that is chosen already, where it lies in it, so that the list has what the map counted. */
export const within = (province: string, chosen: string | null): string =>
  chosen?.startsWith(province) ? chosen : province
