#include "xml_events.h"

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

}  // namespace

void XmlBindings::Bind(std::string_view prefix, std::string_view uri,
                       int32_t depth) {
  std::string key(prefix);
  by_prefix_[key].emplace_back(uri);
  bound_.push_back({std::move(key), depth});
}

void XmlBindings::Leave(int32_t depth) {
  while (!bound_.empty() && bound_.back().depth == depth) {
    by_prefix_[bound_.back().prefix].pop_back();
    bound_.pop_back();
  }
}

std::string_view XmlBindings::Find(std::string_view prefix) const {
  const auto found = by_prefix_.find(std::string(prefix));
  if (found == by_prefix_.end() || found->second.empty()) return "";
  return found->second.back();
}

void XmlEvents::Start(const char* name, const char* const* attributes) {
  if (refusal_) return;
  ++depth_;
  Bind(attributes);
  attributes_.clear();
  for (const char* const* a = attributes; *a != nullptr; a += 2) {
    const std::string_view key = a[0];
    if (key == "xmlns" || key.starts_with("xmlns:")) continue;
    attributes_.push_back({AttributeName(key), a[1]});
    Count(attributes_.back().value.size());
  }
  if (depth_ > options_.max_xml_depth) {
    Stop({Reason::kLimit,
          "elements are nested deeper than " +
              std::to_string(options_.max_xml_depth) + " (input.max_xml_depth)",
          ""});
  }
  if (refusal_) return;
  handler_.StartElement(ElementName(name), attributes_);
  if (auto refusal = handler_.Refusal()) Stop(*std::move(refusal));
}

void XmlEvents::End() {
  if (refusal_ || depth_ == 0) return;
  handler_.EndElement();
  bindings_.Leave(depth_);
  --depth_;
}

void XmlEvents::Text(std::string_view text) {
  Count(text.size());
  if (!refusal_) handler_.Text(text);
}

void XmlEvents::Count(size_t bytes) {
  text_bytes_ += static_cast<int64_t>(bytes);
  if (text_bytes_ <= options_.max_unpacked_bytes || refusal_) return;
  Stop({Reason::kLimit,
        "entities expand to more than " +
            std::to_string(options_.max_unpacked_bytes) +
            " bytes (input.max_unpacked_bytes)",
        ""});
}

void XmlEvents::Bind(const char* const* attributes) {
  for (const char* const* a = attributes; *a != nullptr; a += 2) {
    const std::string_view key = a[0];
    if (key == "xmlns") {
      bindings_.Bind("", a[1], depth_);
    } else if (key.starts_with("xmlns:")) {
      bindings_.Bind(key.substr(6), a[1], depth_);
    }
  }
}

std::string_view XmlEvents::SpaceOf(std::string_view prefix) const {
  return prefix == "xml" ? kXmlSpace : bindings_.Find(prefix);
}

XmlName XmlEvents::ElementName(std::string_view name) const {
  const size_t colon = name.find(':');
  if (colon == name.npos) return {SpaceOf(""), "", name};
  const std::string_view prefix = name.substr(0, colon);
  return {SpaceOf(prefix), prefix, name.substr(colon + 1)};
}

XmlName XmlEvents::AttributeName(std::string_view name) const {
  // The default namespace does not apply to an attribute without a prefix.
  return name.find(':') == name.npos ? XmlName{"", "", name}
                                     : ElementName(name);
}

void XmlEvents::Stop(Rejection refusal) {
  refusal_ = std::move(refusal);
  stop_();
}

std::string_view AttributeOf(const XmlAttributes& attributes,
                             std::string_view local) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name.prefix.empty() &&
        EqualsIgnoringCase(attribute.name.local, local)) {
      return attribute.value;
    }
  }
  return "";
}

std::optional<std::string_view> XmlAttributeOf(const XmlAttributes& attributes,
                                               std::string_view local) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name.space == kXmlSpace && attribute.name.local == local) {
      return attribute.value;
    }
  }
  return std::nullopt;
}

}  // namespace newsmill::input
