import { dragged, LEAST_SHARE, pictureIn, wholePicture } from './crop-frame.ts'

test('a picture lies in the middle of the view, as large as it fits', () => {
  expect(pictureIn({ width: 400, height: 600 }, { width: 200, height: 100 })).toEqual({
    x: 0,
    y: 200,
    width: 400,
    height: 200,
  })
  expect(pictureIn({ width: 400, height: 200 }, { width: 100, height: 100 })).toEqual({
    x: 100,
    y: 0,
    width: 200,
    height: 200,
  })
})

test('a corner takes its two sides along; the others stay', () => {
  expect(dragged(wholePicture, 'topLeft', 0.25, 0.5)).toEqual({
    x: 0.25,
    y: 0.5,
    width: 0.75,
    height: 0.5,
  })
  expect(dragged(wholePicture, 'bottomRight', -0.25, -0.5)).toEqual({
    x: 0,
    y: 0,
    width: 0.75,
    height: 0.5,
  })
  expect(dragged(wholePicture, 'topRight', -0.25, 0.5)).toEqual({
    x: 0,
    y: 0.5,
    width: 0.75,
    height: 0.5,
  })
})

test('the frame stays within the picture, and large enough to be read', () => {
  const half = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }
  expect(dragged(half, 'middle', 9, -9)).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 })
  expect(dragged(half, 'bottomRight', 9, 9)).toEqual({
    x: 0.25,
    y: 0.25,
    width: 0.75,
    height: 0.75,
  })
  const least = dragged(half, 'topLeft', 9, 9)
  expect([least.width, least.height].map((side) => side.toFixed(4))).toEqual([
    LEAST_SHARE.toFixed(4),
    LEAST_SHARE.toFixed(4),
  ])
})
