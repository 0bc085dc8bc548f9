// The names of elements and attributes that the parser knows. Each of these
// names is an enumerator of one byte, because one byte is fast to compare.
// Other names are strings.
#pragma once

#include <cstdint>
#include <string_view>

// A list entry is X(enumerator, name). If SVG or MathML writes the name in
// mixed case, the entry is X(enumerator, name in HTML, name in mixed case).
// clang-format off
#define NEWSMILL_HTML_TAGS(X) \
  X(kA, "a") X(kAbbr, "abbr") X(kAcronym, "acronym") X(kAddress, "address") \
  X(kApplet, "applet") X(kArea, "area") X(kArticle, "article") \
  X(kAside, "aside") X(kAudio, "audio") X(kB, "b") X(kBase, "base") \
  X(kBasefont, "basefont") X(kBdi, "bdi") X(kBdo, "bdo") \
  X(kBgsound, "bgsound") X(kBig, "big") X(kBlink, "blink") \
  X(kBlockquote, "blockquote") X(kBody, "body") X(kBr, "br") \
  X(kButton, "button") X(kCanvas, "canvas") X(kCaption, "caption") \
  X(kCenter, "center") X(kCite, "cite") X(kCode, "code") X(kCol, "col") \
  X(kColgroup, "colgroup") X(kData, "data") X(kDatalist, "datalist") \
  X(kDd, "dd") X(kDel, "del") X(kDetails, "details") X(kDfn, "dfn") \
  X(kDialog, "dialog") X(kDir, "dir") X(kDiv, "div") X(kDl, "dl") \
  X(kDt, "dt") X(kEm, "em") X(kEmbed, "embed") X(kFieldset, "fieldset") \
  X(kFigcaption, "figcaption") X(kFigure, "figure") X(kFont, "font") \
  X(kFooter, "footer") X(kForm, "form") X(kFrame, "frame") \
  X(kFrameset, "frameset") X(kH1, "h1") X(kH2, "h2") X(kH3, "h3") \
  X(kH4, "h4") X(kH5, "h5") X(kH6, "h6") X(kHead, "head") \
  X(kHeader, "header") X(kHgroup, "hgroup") X(kHr, "hr") X(kHtml, "html") \
  X(kI, "i") X(kIframe, "iframe") X(kImage, "image") X(kImg, "img") \
  X(kInput, "input") X(kIns, "ins") X(kKbd, "kbd") X(kKeygen, "keygen") \
  X(kLabel, "label") X(kLegend, "legend") X(kLi, "li") X(kLink, "link") \
  X(kListing, "listing") X(kMain, "main") X(kMap, "map") X(kMark, "mark") \
  X(kMarquee, "marquee") X(kMenu, "menu") X(kMeta, "meta") \
  X(kMeter, "meter") X(kNav, "nav") X(kNobr, "nobr") X(kNoembed, "noembed") \
  X(kNoframes, "noframes") X(kNoscript, "noscript") X(kObject, "object") \
  X(kOl, "ol") X(kOptgroup, "optgroup") X(kOption, "option") \
  X(kOutput, "output") X(kP, "p") X(kParam, "param") X(kPicture, "picture") \
  X(kPlaintext, "plaintext") X(kPre, "pre") X(kProgress, "progress") \
  X(kQ, "q") X(kRb, "rb") X(kRp, "rp") X(kRt, "rt") X(kRtc, "rtc") \
  X(kRuby, "ruby") X(kS, "s") X(kSamp, "samp") X(kScript, "script") \
  X(kSearch, "search") X(kSection, "section") X(kSelect, "select") \
  X(kSelectedcontent, "selectedcontent") X(kSlot, "slot") \
  X(kSmall, "small") X(kSource, "source") X(kSpan, "span") \
  X(kStrike, "strike") X(kStrong, "strong") X(kStyle, "style") \
  X(kSub, "sub") X(kSummary, "summary") X(kSup, "sup") X(kTable, "table") \
  X(kTbody, "tbody") X(kTd, "td") X(kTemplate, "template") \
  X(kTextarea, "textarea") X(kTfoot, "tfoot") X(kTh, "th") \
  X(kThead, "thead") X(kTime, "time") X(kTitle, "title") X(kTr, "tr") \
  X(kTrack, "track") X(kTt, "tt") X(kU, "u") X(kUl, "ul") X(kVar, "var") \
  X(kVideo, "video") X(kWbr, "wbr") X(kXmp, "xmp") \
  X(kAnnotationXml, "annotation-xml") X(kMalignmark, "malignmark") \
  X(kMath, "math") X(kMglyph, "mglyph") X(kMi, "mi") X(kMn, "mn") \
  X(kMo, "mo") X(kMs, "ms") X(kMtext, "mtext") X(kCircle, "circle") \
  X(kDefs, "defs") X(kDesc, "desc") X(kEllipse, "ellipse") \
  X(kFilter, "filter") X(kG, "g") X(kLine, "line") X(kMask, "mask") \
  X(kMetadata, "metadata") X(kPath, "path") X(kPattern, "pattern") \
  X(kPolygon, "polygon") X(kPolyline, "polyline") X(kRect, "rect") \
  X(kStop, "stop") X(kSvg, "svg") X(kSymbol, "symbol") X(kText, "text") \
  X(kTspan, "tspan") X(kUse, "use")

#define NEWSMILL_HTML_MIXED_CASE_TAGS(X) \
  X(kAltGlyph, "altglyph", "altGlyph") \
  X(kAltGlyphDef, "altglyphdef", "altGlyphDef") \
  X(kAltGlyphItem, "altglyphitem", "altGlyphItem") \
  X(kAnimateColor, "animatecolor", "animateColor") \
  X(kAnimateMotion, "animatemotion", "animateMotion") \
  X(kAnimateTransform, "animatetransform", "animateTransform") \
  X(kClipPath, "clippath", "clipPath") X(kFeBlend, "feblend", "feBlend") \
  X(kFeColorMatrix, "fecolormatrix", "feColorMatrix") \
  X(kFeComponentTransfer, "fecomponenttransfer", "feComponentTransfer") \
  X(kFeComposite, "fecomposite", "feComposite") \
  X(kFeConvolveMatrix, "feconvolvematrix", "feConvolveMatrix") \
  X(kFeDiffuseLighting, "fediffuselighting", "feDiffuseLighting") \
  X(kFeDisplacementMap, "fedisplacementmap", "feDisplacementMap") \
  X(kFeDistantLight, "fedistantlight", "feDistantLight") \
  X(kFeDropShadow, "fedropshadow", "feDropShadow") \
  X(kFeFlood, "feflood", "feFlood") X(kFeFuncA, "fefunca", "feFuncA") \
  X(kFeFuncB, "fefuncb", "feFuncB") X(kFeFuncG, "fefuncg", "feFuncG") \
  X(kFeFuncR, "fefuncr", "feFuncR") \
  X(kFeGaussianBlur, "fegaussianblur", "feGaussianBlur") \
  X(kFeImage, "feimage", "feImage") X(kFeMerge, "femerge", "feMerge") \
  X(kFeMergeNode, "femergenode", "feMergeNode") \
  X(kFeMorphology, "femorphology", "feMorphology") \
  X(kFeOffset, "feoffset", "feOffset") \
  X(kFePointLight, "fepointlight", "fePointLight") \
  X(kFeSpecularLighting, "fespecularlighting", "feSpecularLighting") \
  X(kFeSpotLight, "fespotlight", "feSpotLight") \
  X(kFeTile, "fetile", "feTile") \
  X(kFeTurbulence, "feturbulence", "feTurbulence") \
  X(kForeignObject, "foreignobject", "foreignObject") \
  X(kGlyphRef, "glyphref", "glyphRef") \
  X(kLinearGradient, "lineargradient", "linearGradient") \
  X(kRadialGradient, "radialgradient", "radialGradient") \
  X(kTextPath, "textpath", "textPath")

#define NEWSMILL_HTML_ATTRIBUTES(X) \
  X(kAbbr, "abbr") X(kAbout, "about") X(kAction, "action") \
  X(kAlign, "align") X(kAlt, "alt") X(kAriaControls, "aria-controls") \
  X(kAriaExpanded, "aria-expanded") X(kAriaHidden, "aria-hidden") \
  X(kAriaLabel, "aria-label") X(kAriaLabelledby, "aria-labelledby") \
  X(kAsync, "async") X(kBorder, "border") X(kCharset, "charset") \
  X(kCite, "cite") X(kClass, "class") X(kColor, "color") \
  X(kColspan, "colspan") X(kContent, "content") \
  X(kCrossorigin, "crossorigin") X(kD, "d") X(kData, "data") \
  X(kDataSrc, "data-src") X(kDataSrcset, "data-srcset") \
  X(kDatatype, "datatype") X(kDatetime, "datetime") X(kDefer, "defer") \
  X(kDir, "dir") X(kDisabled, "disabled") X(kEncoding, "encoding") \
  X(kFace, "face") X(kFill, "fill") X(kFor, "for") \
  X(kFrameborder, "frameborder") X(kHeaders, "headers") \
  X(kHeight, "height") X(kHidden, "hidden") X(kHref, "href") \
  X(kHreflang, "hreflang") X(kHttpEquiv, "http-equiv") X(kId, "id") \
  X(kItemid, "itemid") X(kItemprop, "itemprop") X(kItemref, "itemref") \
  X(kItemscope, "itemscope") X(kItemtype, "itemtype") X(kLang, "lang") \
  X(kLanguage, "language") X(kLoading, "loading") X(kMedia, "media") \
  X(kMethod, "method") X(kMultiple, "multiple") X(kName, "name") \
  X(kOnclick, "onclick") X(kOpen, "open") X(kPlaceholder, "placeholder") \
  X(kPoints, "points") X(kPopover, "popover") X(kPoster, "poster") \
  X(kPrefix, "prefix") \
  X(kProperty, "property") X(kPubdate, "pubdate") X(kRel, "rel") \
  X(kResource, "resource") X(kRole, "role") X(kRowspan, "rowspan") \
  X(kScope, "scope") X(kSelected, "selected") \
  X(kShadowrootmode, "shadowrootmode") X(kSize, "size") \
  X(kSizes, "sizes") X(kSpan, "span") X(kSrc, "src") X(kSrcset, "srcset") \
  X(kStyle, "style") X(kTabindex, "tabindex") X(kTarget, "target") \
  X(kTitle, "title") X(kTransform, "transform") X(kType, "type") \
  X(kTypeof, "typeof") X(kUsemap, "usemap") X(kValue, "value") \
  X(kVocab, "vocab") X(kWidth, "width") X(kXmlns, "xmlns")

#define NEWSMILL_HTML_MIXED_CASE_ATTRIBUTES(X) \
  X(kAttributeName, "attributename", "attributeName") \
  X(kAttributeType, "attributetype", "attributeType") \
  X(kBaseFrequency, "basefrequency", "baseFrequency") \
  X(kBaseProfile, "baseprofile", "baseProfile") \
  X(kCalcMode, "calcmode", "calcMode") \
  X(kClipPathUnits, "clippathunits", "clipPathUnits") \
  X(kDiffuseConstant, "diffuseconstant", "diffuseConstant") \
  X(kEdgeMode, "edgemode", "edgeMode") \
  X(kFilterUnits, "filterunits", "filterUnits") \
  X(kGlyphRef, "glyphref", "glyphRef") \
  X(kGradientTransform, "gradienttransform", "gradientTransform") \
  X(kGradientUnits, "gradientunits", "gradientUnits") \
  X(kKernelMatrix, "kernelmatrix", "kernelMatrix") \
  X(kKernelUnitLength, "kernelunitlength", "kernelUnitLength") \
  X(kKeyPoints, "keypoints", "keyPoints") \
  X(kKeySplines, "keysplines", "keySplines") \
  X(kKeyTimes, "keytimes", "keyTimes") \
  X(kLengthAdjust, "lengthadjust", "lengthAdjust") \
  X(kLimitingConeAngle, "limitingconeangle", "limitingConeAngle") \
  X(kMarkerHeight, "markerheight", "markerHeight") \
  X(kMarkerUnits, "markerunits", "markerUnits") \
  X(kMarkerWidth, "markerwidth", "markerWidth") \
  X(kMaskContentUnits, "maskcontentunits", "maskContentUnits") \
  X(kMaskUnits, "maskunits", "maskUnits") \
  X(kNumOctaves, "numoctaves", "numOctaves") \
  X(kPathLength, "pathlength", "pathLength") \
  X(kPatternContentUnits, "patterncontentunits", "patternContentUnits") \
  X(kPatternTransform, "patterntransform", "patternTransform") \
  X(kPatternUnits, "patternunits", "patternUnits") \
  X(kPointsAtX, "pointsatx", "pointsAtX") \
  X(kPointsAtY, "pointsaty", "pointsAtY") \
  X(kPointsAtZ, "pointsatz", "pointsAtZ") \
  X(kPreserveAlpha, "preservealpha", "preserveAlpha") \
  X(kPreserveAspectRatio, "preserveaspectratio", "preserveAspectRatio") \
  X(kPrimitiveUnits, "primitiveunits", "primitiveUnits") \
  X(kRefX, "refx", "refX") X(kRefY, "refy", "refY") \
  X(kRepeatCount, "repeatcount", "repeatCount") \
  X(kRepeatDur, "repeatdur", "repeatDur") \
  X(kRequiredExtensions, "requiredextensions", "requiredExtensions") \
  X(kRequiredFeatures, "requiredfeatures", "requiredFeatures") \
  X(kSpecularConstant, "specularconstant", "specularConstant") \
  X(kSpecularExponent, "specularexponent", "specularExponent") \
  X(kSpreadMethod, "spreadmethod", "spreadMethod") \
  X(kStartOffset, "startoffset", "startOffset") \
  X(kStdDeviation, "stddeviation", "stdDeviation") \
  X(kStitchTiles, "stitchtiles", "stitchTiles") \
  X(kSurfaceScale, "surfacescale", "surfaceScale") \
  X(kSystemLanguage, "systemlanguage", "systemLanguage") \
  X(kTableValues, "tablevalues", "tableValues") \
  X(kTargetX, "targetx", "targetX") X(kTargetY, "targety", "targetY") \
  X(kTextLength, "textlength", "textLength") \
  X(kViewBox, "viewbox", "viewBox") \
  X(kViewTarget, "viewtarget", "viewTarget") \
  X(kXChannelSelector, "xchannelselector", "xChannelSelector") \
  X(kYChannelSelector, "ychannelselector", "yChannelSelector") \
  X(kZoomAndPan, "zoomandpan", "zoomAndPan") \
  X(kDefinitionURL, "definitionurl", "definitionURL")

#define NEWSMILL_HTML_PREFIXED_ATTRIBUTES(X) \
  X(kXlinkActuate, "xlink:actuate") X(kXlinkArcrole, "xlink:arcrole") \
  X(kXlinkHref, "xlink:href") X(kXlinkRole, "xlink:role") \
  X(kXlinkShow, "xlink:show") X(kXlinkTitle, "xlink:title") \
  X(kXlinkType, "xlink:type") X(kXmlLang, "xml:lang") \
  X(kXmlSpace, "xml:space") X(kXmlnsXlink, "xmlns:xlink")
// clang-format on

namespace newsmill::html {

enum class Namespace : uint8_t { kHtml, kMathMl, kSvg };
enum class AttributeNamespace : uint8_t { kNone, kXlink, kXml, kXmlns };

#define NEWSMILL_HTML_ENUMERATOR(enumerator, ...) enumerator,

/// The local name of an element in any namespace.
enum class Tag : uint8_t {
  kUnknown,
  NEWSMILL_HTML_TAGS(NEWSMILL_HTML_ENUMERATOR)
      NEWSMILL_HTML_MIXED_CASE_TAGS(NEWSMILL_HTML_ENUMERATOR) kCount
};

/// The name of an attribute.
enum class Attr : uint8_t {
  kUnknown,
  NEWSMILL_HTML_ATTRIBUTES(NEWSMILL_HTML_ENUMERATOR)
      NEWSMILL_HTML_MIXED_CASE_ATTRIBUTES(NEWSMILL_HTML_ENUMERATOR)
          NEWSMILL_HTML_PREFIXED_ATTRIBUTES(NEWSMILL_HTML_ENUMERATOR) kCount
};

#undef NEWSMILL_HTML_ENUMERATOR

/// Returns the name in lower case ("p"), or "" for kUnknown.
std::string_view Name(Tag tag);
std::string_view Name(Attr attr);
/// Returns the name as SVG and MathML write it: "foreignObject", "viewBox".
std::string_view MixedCaseName(Tag tag);
std::string_view MixedCaseName(Attr attr);

/// Returns the tag with `name`, or kUnknown if the list does not contain
/// `name`. `name` must be in lower case.
Tag FindTag(std::string_view name);
Attr FindAttr(std::string_view name);

}  // namespace newsmill::html
