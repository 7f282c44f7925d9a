/// The stylesheet of documents; a frame may add to it after `{{ styles }}`.
enum HTMLStyles {
  static let text = """
    :root{color-scheme:light}
    body{font:17px/1.5 'Times New Roman','Liberation Serif',serif;color:#111;background:#fff;\
    max-width:47rem;margin:0 auto;padding:2rem 1.25rem 4rem}
    h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .6em;font-size:1.1em}
    h1{font-size:1.3em;text-align:center}
    h3,h4{font-size:1em}
    p{margin:.45em 0}
    .indent{text-indent:2.2em}
    .inset{padding-left:2.2em}
    .hanging{padding-left:3em;text-indent:-.8em}
    .small{font-size:.87em}
    .center{text-align:center}
    .right{text-align:right}
    .bold{font-weight:bold}
    .italic{font-style:italic}
    .upper{text-transform:uppercase}
    p.aside{margin-left:50%}
    .note{font-size:.85em}
    ul.dashes{list-style:none;padding-left:2.2em}
    ul.dashes>li::before{content:"– ";margin-left:-1em}
    .scroll{overflow-x:auto;margin:1.2em 0 .6em}
    .wide{width:min(75rem,calc(100vw - 3rem));position:relative;left:50%;background:#fff;transform:translateX(-50%)}
    .wide table{font-size:.85em}
    .wide tbody th[scope=row]{min-width:12rem}
    table{border-collapse:collapse;width:100%}
    caption{text-align:left;padding:.3em 0;font-size:1rem}
    table.grid{font-size:.92em}
    table.grid th,table.grid td{border:1px solid #555;padding:.25em .5em;vertical-align:middle}
    table.plain td{padding:.25em .5em;vertical-align:bottom}
    thead th{background:#f0f0f0;text-align:center;font-weight:normal}
    tbody th{text-align:left;font-weight:normal}
    tbody th.center{text-align:center}
    tbody th.right{text-align:right}
    td.right{font-variant-numeric:tabular-nums}
    tr.group th,tr.total th,tr.total td{font-weight:bold}
    td a,th a{color:inherit;text-decoration:underline dotted}
    a.source{text-decoration:none;color:#1f4e79}
    td:target,th:target{outline:3px solid #b45f06}
    figure{margin:1.4em 0}
    figure svg{width:100%;height:auto;display:block}
    figcaption{text-align:center;margin:.4em 0}
    details{font-size:.92em}
    summary{cursor:pointer}
    img{max-width:100%}
    .footnotes{border-top:1px solid #999;margin-top:2em;padding-top:.5em;font-size:.85em}
    @page{size:A4;margin:20mm 10mm 20mm 30mm}
    @page wide{size:A4 landscape;margin:20mm}
    @media print{
    body{max-width:none;padding:0;font-size:12pt}
    .scroll{overflow:visible}
    .scroll.wide{page:wide;width:auto;left:0;transform:none}
    thead{display:table-header-group}
    tr,figure{break-inside:avoid}
    caption,h1,h2,h3,h4{break-after:avoid}
    details,a.source{display:none}
    }
    """
}
