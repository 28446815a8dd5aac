import type { JsonSchema } from '@rmtools/contracts/crm/kyc-values'

/** What an address, an employer or an item of a list is given. */
export type PartProps = {
  id: string
  schema: JsonSchema
  value: unknown
  onChange: (value: unknown) => void
  onLeave?: () => void
  /** The words of a fault at a pointer below this part. */
  faultAt: (pointer: string) => string | undefined
  /** Parts that the rules of the form want besides those of the schema. */
  requiredParts?: readonly string[]
}
