/** The least that is a PDF: one page with these objects after its own three. */
function file(content: string, resources: string, more: readonly string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...more,
  ]
  return written(objects)
}

/** Numbered from 1, with the table that says where each stands. */
function written(objects: readonly string[]): Buffer {
  let out = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const start = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const xref = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  out += at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

/** A page with one string in a font that the file does not hold, in the encoding of that name. */
export const pdfFile = (encoding: string, string: string): Buffer =>
  file(`BT /F1 12 Tf 72 700 Td ${string} Tj ET`, '/Font << /F1 5 0 R >>', [
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ])

/** A page with a picture and no text. */
export const scanned = (): Buffer =>
  file('q 595 0 0 842 0 0 cm /I Do Q', '/XObject << /I 5 0 R >>', [
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  ])

/** A page with text, and as many with a picture only behind it. */
export const partlyScanned = (pictures: number): Buffer => {
  const page = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>`
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
  const kids = Array.from({ length: pictures + 1 }, (_, i) => `${7 + i} 0 R`).join(' ')
  return written([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pictures + 1} >>`,
    stream('BT /F 12 Tf 72 700 Td (Notice of inspection) Tj ET'),
    stream('q 595 0 0 842 0 0 cm /I Do Q'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    ...Array.from({ length: pictures + 1 }, (_, i) => page(i === 0 ? 3 : 4)),
  ])
}
