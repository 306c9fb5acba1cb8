export { regionDataset, regionDecree } from "#db/seeds/regions-source.ts"
