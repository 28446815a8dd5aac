import { Platform, Text as NativeText, View, type TextProps } from 'react-native'
import type { Colours } from '@rmtools/look/colours'
import { appType, monoFamily } from '@rmtools/look/scale'
import { family, useColours } from './theme.ts'

export type TextTone =
  | 'text'
  | 'second'
  | 'faint'
  | 'brand'
  | 'onBrand'
  | 'danger'
  | 'warning'
  | 'success'
  | 'information'
export type TextKind = keyof typeof appType | 'label'

type Props = Omit<TextProps, 'style'> & {
  kind?: TextKind
  tone?: TextTone
  /** For figures in a column. */
  isFigure?: boolean
  isStrong?: boolean
  isCentred?: boolean
  isMono?: boolean
  style?: TextProps['style']
}

function colourOf(tone: TextTone, colours: Colours) {
  if (tone === 'second') return colours.textSecond
  return tone === 'faint' ? colours.textFaint : colours[tone]
}

const headings = new Set<TextKind>(['title', 'section'])

/** Text in one of the product's five sizes. It scales with the user's text size. */
export function Text({
  kind = 'body',
  tone = 'text',
  isFigure,
  isStrong,
  isCentred,
  isMono,
  style,
  ...rest
}: Props) {
  const colours = useColours()
  const [fontSize, lineHeight] = kind === 'label' ? ([14, 20] as const) : appType[kind]
  const isHeading = headings.has(kind)
  return (
    <NativeText
      {...(isHeading ? { role: 'heading' as const } : {})}
      maxFontSizeMultiplier={kind === 'figure' ? 1.4 : 2}
      style={[
        family,
        { fontSize, lineHeight, color: colourOf(tone, colours) },
        isHeading || isStrong || kind === 'label' ? { fontWeight: '600' } : undefined,
        kind === 'label' && !isStrong ? { fontWeight: '500' } : undefined,
        kind === 'title' ? { letterSpacing: -0.3 } : undefined,
        kind === 'figure' ? { fontWeight: '600', letterSpacing: -0.8 } : undefined,
        isFigure || kind === 'figure' ? { fontVariant: ['tabular-nums'] } : undefined,
        isMono ? { fontFamily: monoFamily } : undefined,
        isCentred ? { textAlign: 'center' } : undefined,
        style,
      ]}
      {...rest}
    />
  )
}

/** The one figure that matters, never truncated: it shrinks to fit. */
export function FigureText({ children, ...rest }: Props & { children: string }) {
  if (Platform.OS !== 'web')
    return (
      <Text {...rest} kind="figure" numberOfLines={1} adjustsFontSizeToFit>
        {children}
      </Text>
    )
  return (
    <View style={measured}>
      <Text {...rest} kind="figure" style={[fitting(children.length), rest.style]}>
        {children}
      </Text>
    </View>
  )
}

/** The largest width of a digit, relative to the type size. */
const WIDTH_OF_CHARACTER = 0.6
/** Browsers have no `adjustsFontSizeToFit`, so the size follows the width of the container. */
const measured: object = { containerType: 'inline-size' }
const fitting = (length: number): object => ({
  fontSize: `min(${appType.figure[0]}px, ${100 / (length * WIDTH_OF_CHARACTER)}cqw)`,
})
