// antd in our theme and the company's colours, for the screens inside.
import { Outlet, useLocation } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import idID from 'antd/locale/id_ID'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/id'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useMemo } from 'react'
import { TIME_ZONE } from '@rmtools/look/format'
import { mayOpen } from '../base/allowed.ts'
import { useSay } from '../base/language.ts'
import { nonce } from '../base/nonce.ts'
import { useMe } from '../base/me.ts'
import { useScheme } from '../base/scheme.ts'
import { KeyHelp } from './KeyHelp.tsx'
import { ForbiddenScreen } from './Notice.tsx'
import { themeOf } from './theme.ts'

// The build passes the library's whole module, and antd would prefer its default export to our
// texts.
const { default: library = idID } = idID as typeof idID & { default?: typeof idID }
// The library's Indonesian texts leave this one in English.
const indonesian = {
  ...library,
  Form: { defaultValidateMessages: {}, ...library.Form, optional: '(opsional)' },
}

dayjs.extend(utc)
dayjs.extend(timezone)
dayjs.tz.setDefault(TIME_ZONE)

const csp = { nonce }

export function Themed() {
  const { language } = useSay()
  const { scheme, brand } = useScheme()
  const theme = useMemo(() => themeOf(scheme, brand), [scheme, brand])
  dayjs.locale(language === 'id' ? 'id' : 'en-gb')
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'id' ? indonesian : enGB}
      csp={csp}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false} message={{ maxCount: 3 }}>
        <Allowed />
        <KeyHelp />
      </App>
    </ConfigProvider>
  )
}

/** A screen without access does not open by its address either. */
function Allowed() {
  const { pathname } = useLocation()
  const me = useMe()
  return me && !mayOpen(me.permissions, pathname) ? <ForbiddenScreen /> : <Outlet />
}
