#include "ui/screen.h"

namespace kiosk::ui {

const char* to_string(Role role) {
  switch (role) {
    case Role::kHeading:
      return "heading";
    case Role::kText:
      return "text";
    case Role::kButton:
      return "button";
    case Role::kLink:
      return "link";
    case Role::kListItem:
      return "list-item";
    case Role::kImage:
      return "image";
    case Role::kField:
      return "field";
    case Role::kKey:
      return "key";
    case Role::kStatus:
      return "status";
    case Role::kDialog:
      return "dialog";
  }
  return "text";
}

const char* to_string(Target target) {
  switch (target) {
    case Target::kNone:
      return "";
    case Target::kPrimary:
      return "primary";
    case Target::kSecondary:
      return "secondary";
  }
  return "";
}

const Element* Screen::find(const std::string& id) const {
  for (const Element& element : elements)
    if (element.id == id) return &element;
  return nullptr;
}

const Element* Screen::control_at(Point at) const {
  for (auto it = elements.rbegin(); it != elements.rend(); ++it)
    if (it->is_control() && !it->disabled && it->rect.contains(at) && (!it->scrolls || viewport.contains(at)))
      return &*it;
  return nullptr;
}

std::vector<std::string> Screen::focus_order() const {
  std::vector<std::string> order;
  for (const Element& element : elements)
    if (element.is_control() && !element.disabled) order.push_back(element.id);
  return order;
}

}  // namespace kiosk::ui
