import { Image } from 'expo-image'
import { StyleSheet, View } from 'react-native'
import type { Document } from '@rmtools/contracts/crm/documents'
import { formatInstant } from '@rmtools/look/format'
import { radius, space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import type { SeenCase } from '../investors/rules.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Text } from '../ui/Text.tsx'
import { useThumbnails } from './use-thumbnails.ts'

type Props = {
  seen: SeenCase
  documents: readonly Document[]
  onRemove: ((documentId: string) => void) | undefined
  onAgain: (() => void) | undefined
}

/** The documents of a type that the case already has. */
export function StoredDocuments({ seen, documents, onRemove, onAgain }: Props) {
  const words = useSay()
  const language = useLanguage()
  const thumbnails = useThumbnails(seen)
  return (
    <>
      {documents.map(({ id, storedAt, createdAt, mediaType }) => {
        const source = thumbnails.get(id)
        return (
          <Card key={id} isPadded>
            {source ? (
              <Image
                source={{ uri: source }}
                style={styles.picture}
                contentFit="contain"
                alt={words(picture)}
              />
            ) : null}
            <View style={styles.line}>
              <Text kind="caption" tone="second" style={styles.fill}>
                {[
                  mediaType === 'application/pdf' ? 'PDF' : undefined,
                  formatInstant(storedAt ?? createdAt, language),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {onRemove ? (
                <Button
                  title={words(actions.remove)}
                  kind="plain"
                  isSmall
                  onPress={() => onRemove(id)}
                />
              ) : null}
            </View>
          </Card>
        )
      })}
      {onAgain ? (
        <Button
          title={words(documents.length > 0 ? another : first)}
          kind="quiet"
          icon="camera"
          onPress={onAgain}
        />
      ) : null}
    </>
  )
}

const picture = say('Dokumen tersimpan', 'Stored document')
const another = say('Ambil lagi', 'Take it again')
const first = say('Ambil sekarang', 'Take it now')

const styles = StyleSheet.create({
  picture: { width: '100%', height: 220, borderRadius: radius.app },
  line: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
  fill: { flex: 1 },
})
