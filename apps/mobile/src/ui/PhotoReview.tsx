// Shows a picture for review before it is used.
import { Image } from 'expo-image'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { Button } from './Button.tsx'
import { Cropper } from './Cropper.tsx'
import type { Crop, Photo } from './photos.ts'
import { Text } from './Text.tsx'

type PhotoReviewProps = {
  photo: Photo
  title: string
  onAgain: () => void
  onTurn: () => Promise<void>
  onCrop: (crop: Crop) => Promise<void>
  onUse: () => void
}

export function PhotoReview({ photo, title, onAgain, onTurn, onCrop, onUse }: PhotoReviewProps) {
  const words = useSay()
  const insets = useSafeAreaInsets()
  const [isCropping, setCropping] = useState(false)
  const crop = async (part: Crop) => {
    await onCrop(part)
    setCropping(false)
  }
  return (
    <View
      style={[
        styles.dark,
        { paddingTop: insets.top + space(3), paddingBottom: insets.bottom + space(4) },
      ]}
    >
      {isCropping ? (
        <Cropper photo={photo} title={title} onCancel={() => setCropping(false)} onCrop={crop} />
      ) : (
        <>
          <Text kind="section" isCentred style={styles.light}>
            {words(question)}
          </Text>
          <View style={styles.view}>
            <Image
              source={{ uri: photo.uri }}
              style={styles.fill}
              contentFit="contain"
              accessibilityLabel={title}
            />
          </View>
          <View style={styles.review}>
            <Button title={words(good)} icon="check" onPress={onUse} isWide />
            <View style={styles.row}>
              <View style={styles.third}>
                <Button
                  title={words(again)}
                  kind="quiet"
                  icon="camera"
                  isSmall
                  onPress={onAgain}
                  isWide
                />
              </View>
              <View style={styles.third}>
                <Button
                  title={words(cropWord)}
                  kind="quiet"
                  icon="crop"
                  isSmall
                  onPress={() => setCropping(true)}
                  isWide
                />
              </View>
              <View style={styles.third}>
                <Button
                  title={words(turn)}
                  kind="quiet"
                  icon="refresh"
                  isSmall
                  onPress={() => void onTurn()}
                  isWide
                />
              </View>
            </View>
          </View>
        </>
      )}
    </View>
  )
}

const question = say('Terbaca jelas, tanpa pantulan?', 'Easy to read, no glare?')

const good = say('Pakai foto ini', 'Use this picture')

const again = say('Ulangi', 'Again')

const turn = say('Putar', 'Turn')

const cropWord = say('Potong', 'Crop')

const styles = StyleSheet.create({
  dark: { flex: 1, backgroundColor: '#0B0C0B', gap: space(3) },
  fill: { flex: 1 },
  light: { color: '#FFFFFF' },
  view: { flex: 1, overflow: 'hidden' },
  review: { paddingHorizontal: space(4), gap: space(3) },
  row: { flexDirection: 'row', gap: space(2) },
  third: { flex: 1 },
})
