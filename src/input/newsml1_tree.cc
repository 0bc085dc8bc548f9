#include "newsml1_tree.h"

#include <algorithm>
#include <array>

#include "feed_text.h"
#include "markup_capture.h"
#include "newsmill/base/ascii.h"
#include "xml_parser.h"

namespace newsmill::input {
namespace {

// Each element needs memory that its bytes in the document do not limit.
constexpr int32_t kMaxElements = 100'000;

/// The elements that contain other elements.
constexpr auto kBranches =
    std::to_array<std::string_view>({"newsml",
                                     "newsenvelope",
                                     "newsitem",
                                     "identification",
                                     "newsidentifier",
                                     "newsmanagement",
                                     "statuswillchange",
                                     "newscomponent",
                                     "newslines",
                                     "newsline",
                                     "administrativemetadata",
                                     "provider",
                                     "creator",
                                     "source",
                                     "rightsmetadata",
                                     "copyright",
                                     "descriptivemetadata",
                                     "subjectcode",
                                     "contentitem",
                                     "encoding"});

/// The elements whose value is their text or an attribute.
constexpr std::array<std::string_view, 28> kLeaves = {"providerid",
                                                      "dateid",
                                                      "publicidentifier",
                                                      "firstcreated",
                                                      "thisrevisioncreated",
                                                      "status",
                                                      "futurestatus",
                                                      "dateandtime",
                                                      "role",
                                                      "headline",
                                                      "subheadline",
                                                      "byline",
                                                      "creditline",
                                                      "copyrightline",
                                                      "keywordline",
                                                      "newslinetype",
                                                      "newslinetext",
                                                      "party",
                                                      "copyrightholder",
                                                      "language",
                                                      "property",
                                                      "subject",
                                                      "subjectmatter",
                                                      "subjectdetail",
                                                      "mediatype",
                                                      "format",
                                                      "mimetype",
                                                      "datacontent"};

}  // namespace

std::string_view NewsmlElement::Attribute(std::string_view key) const {
  const auto found = std::ranges::find(
      attributes, key, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? "" : TrimBlanks(found->second);
}

const NewsmlElement* NewsmlElement::Child(std::string_view child) const {
  const auto found = std::ranges::find(children, child, &NewsmlElement::name);
  return found == children.end() ? nullptr : &*found;
}

const NewsmlElement* NewsmlElement::At(
    std::initializer_list<std::string_view> path) const {
  const NewsmlElement* element = this;
  for (const std::string_view step : path) {
    if (element != nullptr) element = element->Child(step);
  }
  return element;
}

std::string NewsmlElement::Line() const { return LineOf(text); }

void NewsmlTreeReader::StartElement(const XmlName& name,
                                    const XmlAttributes& attributes) {
  if (ignored_ > 0) {
    ++ignored_;
  } else if (nested_ >= 0) {
    StartNested(name, attributes);
  } else {
    StartOwn(name, attributes);
  }
}

void NewsmlTreeReader::EndElement() {
  if (ignored_ > 0) {
    --ignored_;
  } else if (nested_ > 0) {
    xml_ += "</" + names_.back() + ">";
    names_.pop_back();
    --nested_;
  } else {
    FinishOwn();
  }
}

void NewsmlTreeReader::Text(std::string_view text) {
  if (ignored_ > 0 || nested_ < 0) return;
  open_.back()->text += text;
  AppendEscaped(text, xml_);
}

std::optional<model::Rejection> NewsmlTreeReader::Refusal() const {
  if (elements_ <= kMaxElements) return std::nullopt;
  return model::Rejection{
      model::Reason::kLimit,
      "NewsML has more than " + std::to_string(kMaxElements) + " elements", ""};
}

void NewsmlTreeReader::StartOwn(const XmlName& name,
                                const XmlAttributes& attributes) {
  NewsmlElement element;
  element.name = LowerAscii(name.local);
  const bool is_leaf = IsOneOf(element.name, kLeaves);
  if (!is_leaf && !IsOneOf(element.name, kBranches)) {
    ignored_ = 1;
    return;
  }
  ++elements_;
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    element.attributes.emplace_back(LowerAscii(attribute.name.local),
                                    attribute.value);
  }
  open_.back()->children.push_back(std::move(element));
  // The pointer is valid until the element ends, because its parent gets no
  // other child before that.
  open_.push_back(&open_.back()->children.back());
  if (is_leaf) nested_ = 0;
}

void NewsmlTreeReader::StartNested(const XmlName& name,
                                   const XmlAttributes& attributes) {
  ++nested_;
  names_.emplace_back(name.local);
  std::string& first = open_.back()->first_name;
  if (first.empty()) first = LowerAscii(name.local);
  xml_ += "<" + names_.back();
  for (const XmlAttribute& attribute : attributes) {
    if (!attribute.name.prefix.empty()) continue;
    xml_ += " " + std::string(attribute.name.local) + "=\"";
    AppendEscaped(attribute.value, xml_);
    xml_ += '"';
  }
  xml_ += '>';
}

void NewsmlTreeReader::FinishOwn() {
  NewsmlElement& element = *open_.back();
  if (!element.first_name.empty()) element.xml = std::move(xml_);
  xml_.clear();
  nested_ = -1;
  open_.pop_back();
}

}  // namespace newsmill::input
