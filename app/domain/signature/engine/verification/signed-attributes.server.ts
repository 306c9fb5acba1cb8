import type { BaseBlock } from "asn1js"
import type { Attribute, SignerInfo } from "pkijs"

/** The one value of the one attribute of this type; several are as bad as none. */
export function single(attributes: Attribute[], type: string): BaseBlock | undefined {
  const found = attributes.filter((attribute) => attribute.type === type)
  return found.length === 1 && found[0]!.values.length === 1 ? (found[0]!.values[0] as BaseBlock) : undefined
}

/** The instant of a UTCTime or GeneralizedTime. */
export function instantOf(value: BaseBlock | undefined): Date | undefined {
  const date = (value as { toDate?: () => Date } | undefined)?.toDate?.()
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}

/** RFC 6211: where the signer repeats the algorithms under his signature, they must be the ones that are used. */
export function protectsAlgorithms(attribute: BaseBlock | undefined, signer: SignerInfo): boolean {
  if (!attribute) return true
  const parts = (attribute as unknown as { valueBlock: { value?: BaseBlock[] } }).valueBlock.value ?? []
  const algorithm = (part: BaseBlock | undefined) =>
    (part as { valueBlock?: { value?: BaseBlock[] } } | undefined)?.valueBlock?.value?.[0]?.valueBlock.toString()
  const signature = parts.find((part) => part.idBlock.tagClass === 3 && part.idBlock.tagNumber === 1)
  return (
    algorithm(parts[0]) === signer.digestAlgorithm.algorithmId &&
    (signature === undefined || algorithm(signature) === signer.signatureAlgorithm.algorithmId)
  )
}
