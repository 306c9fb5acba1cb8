/**
 * The server's parts for those who compose them differently: the tests put the site that is deployed on worlds of
 * their own. Whatever throws or catches a DomainError has to come from one build.
 */
export * as build from "virtual:remix/server-build"
export * as workshopTasks from "../services/workshop-tasks.server.ts"
export * as freshness from "./cache/freshness.ts"
export * as cache from "./cache/page-cache.server.ts"
export * as edge from "./edge/edge.server.ts"
export * as listen from "./listen.server.ts"
export * as log from "./log.server.ts"
export * as routes from "./route-table.ts"
export * as site from "./site.server.ts"
