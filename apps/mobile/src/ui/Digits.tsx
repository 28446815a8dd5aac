import { Text as NativeText } from 'react-native'
import { digitGroups } from '@rmtools/look/format'
import { onWeb } from './on-web.ts'

/**
 * A number in groups of four, inside a Text. The last digit of a group stands wider, since a
 * character between the groups would be copied with them.
 */
export function Digits({ children }: { children: string }) {
  const groups = digitGroups(children)
  return groups.map((group, index) =>
    index === groups.length - 1 ? (
      <NativeText key={`${index} ${group}`} style={unbroken}>
        {group}
      </NativeText>
    ) : (
      <NativeText key={`${index} ${group}`} style={unbroken}>
        {group.slice(0, -1)}
        <NativeText style={apart}>{group.slice(-1)}</NativeText>
      </NativeText>
    ),
  )
}

/** A line may end between the groups, not in one. */
const unbroken = onWeb({ display: 'inline-block' })
const apart = { letterSpacing: 4 }
