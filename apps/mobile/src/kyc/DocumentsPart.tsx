import { Image } from 'expo-image'
import { router } from 'expo-router'
import { StyleSheet, View } from 'react-native'
import type { Document, DocumentType } from '@rmtools/contracts/crm/documents'
import { documentLabels } from '@rmtools/look/kyc-words'
import { space } from '@rmtools/look/scale'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { useColours } from '../ui/theme.ts'
import { Icon } from '../ui/Icon.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Text } from '../ui/Text.tsx'
import { documentTypesOf } from './parts.ts'
import type { PartProps } from './part-props.ts'
import { useThumbnails } from './use-thumbnails.ts'

/** Photos and documents of a case: those present and those missing. */
export function DocumentsPart({ seen, frame }: PartProps) {
  const words = useSay()
  const thumbnails = useThumbnails(seen)
  const types = documentTypesOf(seen)
  const missing = new Set(seen.missing.map(({ pointer }) => pointer))
  return frame(
    <>
      <Text tone="second">{words(intro)}</Text>
      <Card>
        {types.map((type, index) => {
          const stored = seen.documents.filter((document) => document.type === type)
          const isMissing = missing.has(`/documents/${type}`)
          const reason = seen.returnReasons.find(
            ({ pointer }) => pointer === `/documents/${type}`,
          )?.reason
          const todo = isMissing ? needed : optional
          const state = words(stored.length > 0 ? taken : todo)
          return (
            <ListRow
              key={type}
              title={words(documentLabels[type])}
              detail={reason ?? state}
              left={
                <Preview
                  document={stored[0]}
                  source={stored[0] && thumbnails.get(stored[0].id)}
                  type={type}
                />
              }
              onPress={() => router.push(paths.document(seen.id, type))}
              label={`${words(documentLabels[type])}, ${state}`}
              isLast={index === types.length - 1}
            />
          )
        })}
      </Card>
    </>,
  )
}

function Preview({
  document,
  source,
  type,
}: {
  document: Document | undefined
  source: string | undefined
  type: DocumentType
}) {
  const colours = useColours()
  const taken = photographed.has(type) ? 'camera' : 'document'
  const icon = type === 'signature' ? 'edit' : taken
  return (
    <View
      style={[styles.preview, { backgroundColor: document ? colours.successSoft : colours.raised }]}
    >
      {source ? (
        <Image
          source={{ uri: source }}
          style={styles.image}
          contentFit="cover"
          accessible={false}
        />
      ) : (
        <Icon
          name={document ? 'check' : icon}
          size={20}
          colour={document ? colours.success : colours.textSecond}
        />
      )}
    </View>
  )
}

/** Documents that are photographed; the others are usually chosen as files. */
export const photographed: ReadonlySet<DocumentType> = new Set([
  'ktp',
  'passport',
  'selfie',
  'npwp',
  'bank-book',
  'authorised-identity',
  'owner-identity',
])

const intro = say(
  'Foto harus tajam, terbaca seluruhnya, tanpa pantulan cahaya.',
  'Photos must be sharp, readable from edge to edge, without glare.',
)
const taken = say('Sudah ada', 'It is there')
const needed = say('Wajib', 'Required')
const optional = say('Opsional', 'Optional')

const styles = StyleSheet.create({
  preview: {
    width: 52,
    height: 40,
    borderRadius: 8,
    alignItems: 'center',
    justifyContent: 'center',
    overflow: 'hidden',
    marginVertical: space(2),
  },
  image: { width: 52, height: 40 },
})
