import type { JsonSchema } from '@rmtools/contracts/crm/kyc-values'

/** The properties of an address, an employer or an item of a list. */
export type PartProps = {
  id: string
  schema: JsonSchema
  value: unknown
  onChange: (value: unknown) => void
  onLeave?: () => void
  /** The text of a fault at a pointer below this part. */
  faultAt: (pointer: string) => string | undefined
  /** Fields that the form's rules require besides the schema. */
  requiredParts?: readonly string[]
}
