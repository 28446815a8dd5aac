// The RMTools API for programs of other teams.
export { createRmTools, type RmTools, type RmToolsOptions } from './rmtools.ts'
export { RmToolsError, type FieldError } from './error.ts'
export type { CallOptions, ListMethod, Method } from './method.ts'
export type { KeptSession } from './session.ts'
export type * from './named-types.ts'
