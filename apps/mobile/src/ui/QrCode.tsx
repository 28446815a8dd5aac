import { useMemo, useRef } from 'react'
import { StyleSheet, View } from 'react-native'
import Svg, { Path } from 'react-native-svg'
import { qrPicture } from '@rmtools/look/qr'
import { radius, space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { useAct } from './act.ts'
import { Button } from './Button.tsx'
import { Text } from './Text.tsx'

const SHOWN = 220
const SHARED = 960

/** A QR code, dark on white in either colour scheme, which can be shared as a picture. */
export function QrCode({
  text,
  label,
  hint,
  onShare,
}: {
  text: string
  label: string
  hint: string
  /** Receives the picture as PNG, in base64. */
  onShare: (png: string) => Promise<void>
}) {
  const words = useSay()
  const { size, path } = useMemo(() => qrPicture(text), [text])
  const drawing = useRef<Svg>(null)
  const share = useAct(async () => {
    const png = await new Promise<string>((resolve) =>
      drawing.current?.toDataURL(resolve, { width: SHARED, height: SHARED }),
    )
    await onShare(png)
  })
  return (
    <View style={styles.whole}>
      <View accessible accessibilityRole="image" accessibilityLabel={label} style={styles.card}>
        <Svg ref={drawing} width="100%" height="100%" viewBox={`0 0 ${size} ${size}`}>
          <Path d={`M0 0h${size}v${size}h-${size}z`} fill="#ffffff" />
          <Path d={path} fill="#000000" />
        </Svg>
      </View>
      <Text kind="caption" tone="second">
        {hint}
      </Text>
      <Button
        title={words(shareIt)}
        kind="quiet"
        isSmall
        icon="share"
        isBusy={share.isBusy}
        onPress={() => share.run()}
      />
    </View>
  )
}

const shareIt = say('Bagikan gambar', 'Share the picture')

const styles = StyleSheet.create({
  whole: { gap: space(2), alignItems: 'flex-start' },
  card: {
    width: '100%',
    maxWidth: SHOWN,
    aspectRatio: 1,
    borderRadius: radius.app,
    overflow: 'hidden',
  },
})
