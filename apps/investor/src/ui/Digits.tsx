import { Fragment } from 'react'
import { digitGroups } from '@rmtools/look/format'

/** A number in groups of four that are parted by space only: a copy of it holds digits only. */
export function Digits({ children }: { children: string }) {
  return (
    <span className="digits">
      {digitGroups(children).map((group, index) => (
        <Fragment key={`${index} ${group}`}>
          <span>{group}</span>
          <wbr />
        </Fragment>
      ))}
    </span>
  )
}
