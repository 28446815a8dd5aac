// Line icons on a grid of 24, drawn for this app. They have no accessible name of their own: the
// caller gives one.
import Svg, { Path } from 'react-native-svg'
import { useColours } from './theme.ts'

const paths = {
  today: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7m8-3.5V7M8.5 15l2.2 2.2 4.8-4.7',
  leads:
    'M15.5 20v-1.5a4 4 0 0 0-4-4h-4a4 4 0 0 0-4 4V20M9.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M18.5 8v6m3-3h-6',
  investors:
    'M3.5 20v-1.2a4.3 4.3 0 0 1 4.3-4.3h3.9a4.3 4.3 0 0 1 4.3 4.3V20M9.8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M16.2 4.3a3.5 3.5 0 0 1 0 6.5m1.6 3.9a4.3 4.3 0 0 1 2.7 4V20',
  products: 'M3.5 20.5h17M6.5 17v-5m5.5 5V6m5.5 11V9.5',
  more: 'M4 7h16M4 12h16M4 17h10',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'M4.5 12.5l5 5 10-11',
  search: 'M10.8 17.3a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M20 20l-4.6-4.6',
  filter: 'M4 7h16M7 12h10M10 17h4',
  phone:
    'M6.2 4h3l1.5 4-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.2 6.200a2 2 0 0 1 2-2.200',
  message: 'M4 20l1.300-4A8 8 0 1 1 8.500 19zM9 12h6M9 9h4',
  mail: 'M3.500 6h17v12.500h-17zM4 6.500l8 6.500 8-6.500',
  note: 'M5 4h14v10l-5.500 6H5zM13.500 20v-6H19M8.500 8.500h7M8.500 12h4',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 7v5.200l3.300 2',
  bell: 'M6 16.500V11a6 6 0 1 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4',
  settings:
    'M4 7h9m5 0h2M4 12h3m5 0h8M4 17h9m5 0h2M15.500 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4M9.500 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4M15.500 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  tray: 'M4 13.500V19h16v-5.500M4 13.500h4.500l1 2.500h5l1-2.500H20M4 13.500L7 5h10l3 8.500',
  cloudOff:
    'M4 4l16 16M8.500 18.500h8.700M6.300 9.300A5 5 0 0 0 7 18.500M10 6a6 6 0 0 1 7.800 4.500A4 4 0 0 1 20 17',
  refresh:
    'M19.500 11A7.500 7.500 0 0 0 5.700 8M4.500 13a7.500 7.500 0 0 0 13.800 3M5 4v4h4m10 12v-4h-4',
  edit: 'M5 19l1-4L16.500 4.500l3 3L9 18zM14.500 6.500l3 3',
  trash: 'M5 7h14M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10.300 11v5.500m3.400-5.500v5.500',
  crop: 'M7 3v14h14M3 7h14v14',
  camera: 'M4 8h3.500l1.500-2.500h6L16.500 8H20v11H4zM12 16.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  image: 'M4 5h16v14H4zM4 16l4.500-4.500L13 16l2.500-2.500L20 17M15 9.500h.01',
  document: 'M6 3.500h8l4 4v13H6zM14 3.500V8h4M9 12.500h6M9 16h6',
  share: 'M12 15V4m0 0L8 8m4-4l4 4M5 13v7h14v-7',
  download: 'M12 4v11m0 0l-4-4m4 4l4-4M5 16v4h14v-4',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  device: 'M7.500 3h9v18h-9zM11 18h2',
  globe:
    'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M3.500 12h17M12 3.500c5 5.500 5 11.500 0 17-5-5.500-5-11.500 0-17',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500',
  company:
    'M4 20.500V5.500l8-2v17M12 9l8 2v9.500M2.500 20.500h19M7 9h2M7 12.500h2M7 16h2M15 14h2M15 17h2',
  licence:
    'M12 3.500l7 2.500v5.500c0 4-2.800 7.300-7 9-4.200-1.700-7-5-7-9V6zM9 12l2.200 2.200L15.500 10',
  report: 'M5 3.500h14v17H5zM9 16v-3m3 3V9m3 7v-5',
  star: 'M12 4l2.400 5 5.600.700-4.100 3.800 1.100 5.500-5-2.700-5 2.700 1.100-5.500L4 9.700 9.600 9z',
  warning: 'M12 4L2.800 19.500h18.400zM12 10v4.500m0 2.500v.01',
  info: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 11v5.500M12 7.800v.01',
  returned: 'M9 6L4.500 10.500 9 15M5 10.500h9a5 5 0 0 1 0 10h-2',
  signOut: 'M14 4H5v16h9M10 12h10m0 0l-3.500-3.500M20 12l-3.500 3.500',
  list: 'M8.500 6h12M8.500 12h12M8.500 18h12M4 6h.01M4 12h.01M4 18h.01',
  board: 'M4 4h4.500v16H4zM10 4h4.500v10.500H10zM16 4h4.500v13H16z',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  eyeOff:
    'M4 4l16 16M9.500 5.900A9 9 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a17 17 0 0 1-2.800 3.500M6.300 7.700A16 16 0 0 0 2.500 12S6 18.500 12 18.500a9 9 0 0 0 3.800-.9M10 10a3 3 0 0 0 4 4',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8 3.500V7m8-3.500V7',
  tag: 'M3.500 12.500V4h8.500l8.500 8.500-8 8zM8 8.500h.01',
  switch: 'M4 8h15m0 0l-3.500-3.500M19 8l-3.500 3.500M20 16H5m0 0l3.500-3.500M5 16l3.500 3.500',
  fingerprint:
    'M6 18c1.500-2 2-4 2-6a4 4 0 0 1 8 0c0 1-.1 2-.3 3M12 12c0 3.500-.8 6-2.300 8.500M15 18.500c-.3.800-.6 1.500-1 2.200M4.500 14.500c.400-.9.500-1.700.500-2.500a7 7 0 0 1 14 0c0 2-.2 3.700-.6 5.300',
} as const

export type IconName = keyof typeof paths

/** An icon in the colour of the surrounding text, unless another is given. */
export function Icon({
  name,
  size = 24,
  colour,
  strokeWidth = 1.6,
}: {
  name: IconName
  size?: number
  colour?: string
  strokeWidth?: number
}) {
  const { text } = useColours()
  return (
    <Svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden
      importantForAccessibility="no"
    >
      <Path
        d={paths[name]}
        stroke={colour ?? text}
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Svg>
  )
}
